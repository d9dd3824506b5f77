use std::fmt::{self, Formatter};
use std::time::Duration;

/// How many channels a program has.
pub const CHANNELS: usize = 3;

/// A sleep so long that no clock can show its end.
pub const FOREVER: u64 = u64::MAX;

/// [`closing`], in milliseconds.
pub(crate) const CLOSING: u64 = 1 << 40;

/// What the first task of a program does. It creates the others.
///
/// It prints as the source that makes it:
///
/// ```
/// use model::{Act::*, Program};
///
/// let program = Program(vec![Spawn(vec![Sleep(3)]), Wait(2)]);
/// assert_eq!(
///     program.to_string(),
///     "vec![\n    Spawn(vec![\n        Sleep(3),\n    ]),\n    Wait(2),\n]"
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Program(pub Vec<Act>);

/// What a task does in one go. Tasks are numbered in the order in which they are
/// created, from 1. A number may belong to nobody.
///
/// A kernel knows those down to `Panic` and `Grudge`, an event loop all but `Grudge`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Lets the others go first.
    Yield,
    /// Sleeps for so many milliseconds.
    Sleep(u64),
    /// Creates a task that does this.
    Spawn(Vec<Act>),
    /// Waits until this task has ended, and hears how.
    Wait(usize),
    /// Ends this task: a kernel kills it where it stands, an event loop cancels it.
    Cancel(usize),
    /// Panics.
    Panic,
    /// Yields. From then on, dropping this task panics.
    Grudge,
    /// Sends on this channel, if nobody has.
    Send(usize),
    /// Waits for what is sent on this channel, if nobody has.
    Receive(usize),
    /// Creates a task for each of these, and waits until all have ended.
    Gather(Vec<Vec<Act>>),
    /// Goes on with the first of these waits that is over, and drops the other. In
    /// doubt, it is the former.
    Select(Box<Act>, Box<Act>),
    /// Waits, but for so many milliseconds at most.
    Timeout(u64, Box<Act>),
}

/// What a number of milliseconds is for a clock.
///
/// ```
/// assert_eq!(model::duration(3).as_millis(), 3);
/// assert_eq!(model::duration(model::FOREVER), std::time::Duration::MAX);
/// ```
pub fn duration(millis: u64) -> Duration {
    match millis {
        FOREVER => Duration::MAX,
        _ => Duration::from_millis(millis),
    }
}

/// When the channels on which nobody has sent are closed, on the loop's clock: later than
/// everything else.
///
/// ```
/// assert!(model::closing() > model::duration(1_000_000_000));
/// ```
pub fn closing() -> Duration {
    duration(CLOSING)
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        acts(f, &self.0, 0)
    }
}

/// As source, for `proptest` prints this.
impl fmt::Debug for Program {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{self}")
    }
}

fn acts(f: &mut Formatter, acts: &[Act], depth: usize) -> fmt::Result {
    list(f, acts, depth, act)
}

/// `vec![…]`, an item a line.
fn list<T>(
    f: &mut Formatter,
    items: &[T],
    depth: usize,
    item: fn(&mut Formatter, &T, usize) -> fmt::Result,
) -> fmt::Result {
    write!(f, "vec![")?;
    for each in items {
        write!(f, "\n{:1$}", "", 4 * (depth + 1))?;
        item(f, each, depth + 1)?;
        write!(f, ",")?;
    }
    if !items.is_empty() {
        write!(f, "\n{:1$}", "", 4 * depth)?;
    }
    write!(f, "]")
}

fn act(f: &mut Formatter, act: &Act, depth: usize) -> fmt::Result {
    match act {
        Act::Spawn(body) => {
            write!(f, "Spawn(")?;
            acts(f, body, depth)?;
            write!(f, ")")
        }
        Act::Gather(bodies) => {
            write!(f, "Gather(")?;
            list(f, bodies, depth, |f, body, depth| acts(f, body, depth))?;
            write!(f, ")")
        }
        Act::Select(one, other) => {
            write!(f, "Select(Box::new({one:?}), Box::new({other:?}))")
        }
        Act::Timeout(limit, wait) => write!(f, "Timeout({limit}, Box::new({wait:?}))"),
        plain => write!(f, "{plain:?}"),
    }
}
