//! A random program's tasks, as `async` functions that note what happens to them.

use ch07_future_and_handle::{
    EventLoop, JoinError, Receiver, Sender, Task, call_at, oneshot, spawn, stop,
    yield_now,
};
use model::{Act, CHANNELS, Outcome, Program, closing, duration};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// A future whose own type is forgotten.
pub(crate) type Boxed<T> = Pin<Box<dyn Future<Output = T>>>;

/// What a chapter has besides tasks and channels.
pub(crate) trait Layer: 'static {
    fn sleep(time: Duration) -> Boxed<()>;

    fn gather(all: Vec<Boxed<()>>) -> Boxed<Vec<Result<(), JoinError>>>;

    fn select(one: Boxed<String>, other: Boxed<String>) -> Boxed<String>;

    /// `None` if it takes too long.
    fn timeout(limit: Duration, wait: Boxed<String>) -> Boxed<Option<String>>;
}

/// What all tasks of a program share.
#[derive(Default)]
struct World {
    log: RefCell<Vec<String>>,
    created: Cell<usize>,
    ended: Cell<usize>,
    /// Those whose ends nobody has heard of yet, and whom somebody can reach.
    tasks: RefCell<BTreeMap<usize, Handle>>,
    channels: [Channel; CHANNELS],
}

struct Handle {
    task: Rc<RefCell<Task<()>>>,
    awaited: bool,
}

#[derive(Default)]
struct Channel {
    sender: RefCell<Option<Sender<()>>>,
    receiver: RefCell<Option<Receiver<()>>>,
}

/// A task, from before its first turn until it is dropped.
struct Life {
    me: usize,
    started: bool,
    world: Rc<World>,
}

impl Life {
    fn say(&self, what: &str) {
        self.world.log.borrow_mut().push(format!("{} {what}", self.me));
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        if self.started {
            self.say("is gone");
        }
        self.world.ended.update(|ended| ended + 1);
        if self.world.ended.get() == self.world.created.get() {
            stop();
        }
    }
}

/// The number of a new task, and what it does.
fn create<L: Layer>(acts: Vec<Act>, world: &Rc<World>) -> (usize, Boxed<()>) {
    world.created.update(|created| created + 1);
    let me = world.created.get();
    let mut life = Life { me, started: false, world: world.clone() };
    let body = async move {
        life.started = true;
        life.say("begins");
        for act in acts {
            do_it::<L>(&life, act).await;
        }
    };
    (me, Box::pin(body))
}

async fn do_it<L: Layer>(life: &Life, act: Act) {
    let world = &life.world;
    match act {
        Act::Spawn(acts) => {
            let (child, body) = create::<L>(acts, world);
            let task = Rc::new(RefCell::new(spawn(body)));
            world.tasks.borrow_mut().insert(child, Handle { task, awaited: false });
            life.say(&format!("has {child}"));
        }
        Act::Cancel(other) => cancel(life, other),
        // Without the panic hook's message: there will be thousands.
        Act::Panic => resume_unwind(Box::new("on purpose")),
        Act::Send(channel) => {
            if let Some(sender) = world.channels[channel].sender.take() {
                let _ = sender.send(());
            }
        }
        Act::Select(one, other) => {
            let (one, other) = (wait::<L>(life, *one), wait::<L>(life, *other));
            let what = L::select(one, other).await;
            life.say(&what);
        }
        Act::Timeout(limit, act) => {
            let what = L::timeout(duration(limit), wait::<L>(life, *act)).await;
            life.say(&what.unwrap_or("hears: too late".into()));
        }
        act => {
            let what = wait::<L>(life, act).await;
            life.say(&what);
        }
    }
}

/// Waits, and says what has come of it.
fn wait<L: Layer>(life: &Life, act: Act) -> Boxed<String> {
    let (me, world) = (life.me, life.world.clone());
    Box::pin(async move {
        match act {
            Act::Yield => yield_now().await,
            Act::Sleep(time) => L::sleep(duration(time)).await,
            Act::Wait(other) => return hear_of(&world, me, other).await,
            Act::Receive(channel) => return receive(&world, channel).await,
            Act::Gather(bodies) => {
                let all = bodies.into_iter().map(|acts| create::<L>(acts, &world));
                let (numbers, bodies): (Vec<_>, Vec<_>) = all.unzip();
                let exits = numbers.iter().zip(L::gather(bodies).await);
                let exits: Vec<String> =
                    exits.map(|(n, exit)| ended(*n, &exit)).collect();
                return format!("hears: [{}]", exits.join(", "));
            }
            act => unreachable!("{act:?} is no wait"),
        }
        "goes on".into()
    })
}

fn ended(number: usize, exit: &Result<(), JoinError>) -> String {
    match exit {
        Ok(()) => format!("{number} returned"),
        Err(JoinError::Cancelled) => format!("{number} was cancelled"),
        Err(JoinError::Panicked(payload)) => {
            let message = payload.downcast_ref::<&str>().unwrap_or(&"");
            format!("{number} panicked: {message}")
        }
    }
}

fn cancel(life: &Life, other: usize) {
    match life.world.tasks.borrow().get(&other) {
        Some(Handle { task, .. }) if other != life.me && !task.borrow().is_ended() => {
            task.borrow().cancel();
        }
        _ => life.say(&format!("cannot cancel {other}")),
    }
}

async fn receive(world: &World, channel: usize) -> String {
    let receiver = world.channels[channel].receiver.take();
    let Some(receiver) = receiver else { return format!("cannot receive {channel}") };
    match receiver.await {
        Ok(()) => format!("hears: {channel} was sent"),
        Err(_) => format!("hears: {channel} is closed"),
    }
}

async fn hear_of(world: &World, me: usize, other: usize) -> String {
    let task = match world.tasks.borrow_mut().get_mut(&other) {
        Some(Handle { task, awaited: awaited @ false }) if other > me => {
            *awaited = true;
            task.clone()
        }
        _ => return format!("cannot wait for {other}"),
    };
    let exit = Join(task).await;
    // Its slot is for others now.
    world.tasks.borrow_mut().remove(&other);
    format!("hears: {}", ended(other, &exit))
}

/// Awaits a task whose handle stays where it can be reached.
struct Join(Rc<RefCell<Task<()>>>);

impl Future for Join {
    type Output = Result<(), JoinError>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> {
        Pin::new(&mut *self.0.borrow_mut()).poll(cx)
    }
}

impl Drop for Join {
    /// Whoever gives up is not to be woken.
    fn drop(&mut self) {
        let mut nobody = Context::from_waker(Waker::noop());
        let _ = Pin::new(&mut *self.0.borrow_mut()).poll(&mut nobody);
    }
}

/// Runs this program on this loop. Gives what happened, and the time at the end.
///
/// # Errors
///
/// That the loop panicked, or what is left that should not be.
pub(crate) fn ends<L: Layer>(
    program: &Program,
    event_loop: EventLoop,
) -> Result<(Vec<String>, Duration), String> {
    let world = Rc::new(World::default());
    let (shared, acts) = (world.clone(), program.0.clone());
    event_loop.call_soon(move || begin::<L>(&shared, acts));
    if catch_unwind(AssertUnwindSafe(|| event_loop.run_forever())).is_err() {
        // Nobody is left to stop the loop.
        world.created.set(usize::MAX);
        return Err(format!("{program}\nnobody will ever be woken"));
    }
    let time = event_loop.time();
    world.tasks.take();
    drop(event_loop);
    match Rc::strong_count(&world) {
        1 => Ok((world.log.take(), time)),
        more => Err(format!("{program}\n{} of its parts are left", more - 1)),
    }
}

/// Runs this program on this loop, and compares it with what is expected.
///
/// # Errors
///
/// How they differ, and what is left that should not be.
pub(crate) fn agrees<L: Layer>(
    program: &Program,
    event_loop: EventLoop,
    expected: &Outcome,
) -> Result<(), String> {
    let (log, time) = ends::<L>(program, event_loop)?;
    expected.expect(program, &log)?;
    match time == duration(expected.time) {
        true => Ok(()),
        false => Err(format!("{program}\nit is {time:?} at the end")),
    }
}

fn begin<L: Layer>(world: &Rc<World>, acts: Vec<Act>) {
    for channel in &world.channels {
        let (sender, receiver) = oneshot();
        channel.sender.replace(Some(sender));
        channel.receiver.replace(Some(receiver));
    }
    let channels = world.clone();
    call_at(closing(), move || {
        channels.channels.iter().for_each(|channel| drop(channel.sender.take()));
    });
    let (number, body) = create::<L>(acts, world);
    let task = Rc::new(RefCell::new(spawn(body)));
    world.tasks.borrow_mut().insert(number, Handle { task, awaited: false });
}
