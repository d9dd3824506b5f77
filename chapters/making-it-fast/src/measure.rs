use crate::echoes;
use crate::statistics::{median, ratio, spread};
use crate::timers::Fate;
use crate::turns::Work;
use std::fmt;
use std::time::{Duration, Instant};

/// How much to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// A second or two, to see that it works.
    Quick,
    /// What figures on a page come from.
    Full,
}

impl Effort {
    pub(crate) fn of(self, operations: usize) -> usize {
        if self == Effort::Full { operations } else { operations / 20 }
    }

    fn rounds(self) -> usize {
        if self == Effort::Full { 31 } else { 3 }
    }
}

/// Who takes part, in one kind of work.
pub(crate) struct Entry {
    name: &'static str,
    run: Box<dyn FnMut() -> Duration>,
    /// How many operations that is.
    operations: usize,
}

impl Entry {
    pub(crate) fn new(
        name: &'static str,
        operations: usize,
        run: impl FnMut() -> Duration + 'static,
    ) -> Self {
        Entry { name, run: Box::new(run), operations }
    }

    /// Nanoseconds an operation.
    fn time(&mut self) -> f64 {
        (self.run)().as_nanos() as f64 / self.operations as f64
    }
}

/// How long it takes.
pub(crate) fn time(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// One kind of work, and how long each took for it.
#[derive(Debug)]
pub struct Table {
    /// What was to be done.
    pub work: String,
    /// In the order of the steps.
    pub rows: Vec<Row>,
}

/// One step.
#[derive(Debug)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// Nanoseconds an operation: the median of all rounds.
    pub median: f64,
    /// Half the distance between the quartiles.
    pub spread: f64,
    /// The time as a multiple of that of the row before: the median of paired ratios.
    pub to_before: f64,
    /// The time as a multiple of that of the first row.
    pub to_first: f64,
}

/// Lets all steps do all kinds of work, in turns, and gives a table for each kind.
///
/// ```no_run
/// use making_it_fast::{Effort, measure};
///
/// measure(Effort::Quick).for_each(|table| println!("{table}"));
/// ```
///
/// # Panics
///
/// If the operating system gives us no sockets.
pub fn measure(effort: Effort) -> impl Iterator<Item = Table> {
    let turns = Work::list(effort).into_iter().map(|(name, work)| (name, work.steps()));
    let fates = Fate::list().into_iter();
    let timers = fates.map(move |(name, fate)| (name, fate.stores(effort)));
    let echoes = echoes::list(effort);
    turns
        .chain(timers)
        .chain(echoes)
        .map(move |(work, entries)| race(work, entries, effort.rounds()))
}

/// Each has one turn in each round, and another one begins. The first round warms up.
fn race(work: String, mut entries: Vec<Entry>, rounds: usize) -> Table {
    let mut samples = vec![Vec::new(); entries.len()];
    for round in 0..=rounds {
        for place in 0..entries.len() {
            let turn = (round + place) % entries.len();
            let time = entries[turn].time();
            if round > 0 {
                samples[turn].push(time);
            }
        }
    }
    let row = |(n, entry): (usize, &Entry)| Row {
        name: entry.name,
        median: median(&samples[n]),
        spread: spread(&samples[n]),
        to_before: ratio(&samples[n], &samples[n.saturating_sub(1)]),
        to_first: ratio(&samples[n], &samples[0]),
    };
    Table { work, rows: entries.iter().enumerate().map(row).collect() }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Table { work, rows } = self;
        writeln!(f, "{work}\n{:20} {:>4} {:<4}before first", "", "ns", "±")?;
        for Row { name, median, spread, to_before, to_first } in rows {
            let spread = format!("±{spread:.0}");
            writeln!(
                f,
                "{name:20} {median:4.0} {spread:4}{to_before:6.2} {to_first:5.2}"
            )?;
        }
        Ok(())
    }
}
