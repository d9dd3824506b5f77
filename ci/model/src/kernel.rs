use crate::{Act, Outcome, Program};
use std::collections::{BTreeMap, VecDeque};

/// What must come of this program on a kernel with a virtual clock.
///
/// ```
/// use model::{Act::*, Program, kernel};
///
/// let program = Program(vec![Spawn(vec![Sleep(3)]), Wait(2)]);
/// let lines = [
///     "1 begins",
///     "2 begins",
///     "1 has 2",
///     "2 goes on",
///     "2 is gone",
///     "1 hears: it returned",
///     "1 is gone",
/// ];
/// assert_eq!(kernel(&program).log, lines);
/// assert_eq!(kernel(&program).time, 3);
/// ```
pub fn kernel(program: &Program) -> Outcome {
    let mut kernel = Kernel::default();
    kernel.create(program.0.clone());
    kernel.run();
    Outcome { log: kernel.log, time: kernel.now, portable: false }
}

#[derive(Default)]
struct Kernel {
    /// Those that have not ended.
    tasks: BTreeMap<usize, Task>,
    created: usize,
    /// The ready queue. A killed task keeps its place until its turn would come.
    ready: VecDeque<usize>,
    /// Who sleeps, and until when, in the order in which they fell asleep.
    asleep: Vec<(u64, usize)>,
    /// Who waits for whom, in the order in which they came.
    waits: Vec<(usize, usize)>,
    now: u64,
    log: Vec<String>,
}

struct Task {
    acts: std::vec::IntoIter<Act>,
    /// How its next turn begins.
    reply: String,
    grudge: bool,
}

impl Kernel {
    fn run(&mut self) {
        while !self.tasks.is_empty() {
            self.wake_sleepers();
            for _ in 0..self.ready.len() {
                self.turn();
            }
        }
    }

    fn create(&mut self, acts: Vec<Act>) -> usize {
        self.created += 1;
        let acts = acts.into_iter();
        let task = Task { acts, reply: "begins".into(), grudge: false };
        self.tasks.insert(self.created, task);
        self.ready.push_back(self.created);
        self.created
    }

    /// If nobody is ready, it is as late as the first of them wants it to be.
    fn wake_sleepers(&mut self) {
        self.asleep.sort_by_key(|(deadline, _)| *deadline);
        if self.ready.is_empty() {
            self.now = self.now.max(self.asleep[0].0);
        }
        let due = self.asleep.partition_point(|(deadline, _)| *deadline <= self.now);
        let woken: Vec<_> = self.asleep.drain(..due).collect();
        for (_, sleeper) in woken {
            self.reply(sleeper, "goes on".into());
        }
    }

    fn reply(&mut self, number: usize, reply: String) {
        if let Some(task) = self.tasks.get_mut(&number) {
            task.reply = reply;
            self.ready.push_back(number);
        }
    }

    /// One turn, of the first in the queue who is alive.
    fn turn(&mut self) {
        let me = loop {
            match self.ready.pop_front() {
                None => return,
                Some(number) if self.tasks.contains_key(&number) => break number,
                Some(_) => {}
            }
        };
        let task = self.tasks.get_mut(&me).expect("it is alive");
        self.log.push(format!("{me} {}", task.reply));
        match task.acts.next() {
            None if task.grudge => self.end(me, "panicked: a grudge"),
            None => self.end(me, "returned"),
            Some(Act::Panic) => self.end(me, "panicked: on purpose"),
            Some(act) => {
                task.grudge |= act == Act::Grudge;
                self.call(me, act);
            }
        }
    }

    /// What the kernel does about a call.
    fn call(&mut self, me: usize, act: Act) {
        match act {
            Act::Sleep(time) => self.asleep.push((self.now.saturating_add(time), me)),
            Act::Spawn(acts) => {
                let child = self.create(acts);
                self.reply(me, format!("has {child}"));
            }
            Act::Wait(other) | Act::Cancel(other)
                if self.refusal(me, other).is_some() =>
            {
                let why = self.refusal(me, other).unwrap_or_default();
                self.reply(me, format!("hears: {why}"));
            }
            Act::Wait(other) => self.waits.push((me, other)),
            Act::Cancel(other) => {
                self.end(other, "was killed");
                self.reply(me, "goes on".into());
            }
            _ => self.reply(me, "goes on".into()),
        }
    }

    fn refusal(&self, me: usize, other: usize) -> Option<&'static str> {
        if other <= me {
            Some("permission denied")
        } else if other > self.created {
            Some("no such task")
        } else {
            let ended = !self.tasks.contains_key(&other);
            ended.then_some("the task has already ended")
        }
    }

    /// Nothing is left of it, and its waiters hear of it.
    fn end(&mut self, me: usize, exit: &str) {
        self.tasks.remove(&me);
        self.log.push(format!("{me} is gone"));
        self.asleep.retain(|(_, sleeper)| *sleeper != me);
        self.waits.retain(|(waiter, _)| *waiter != me);
        let told = self.waits.extract_if(.., |(_, other)| *other == me);
        for (waiter, _) in told.collect::<Vec<_>>() {
            self.reply(waiter, format!("hears: it {exit}"));
        }
    }
}
