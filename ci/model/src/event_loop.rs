use crate::program::CLOSING;
use crate::{Act, CHANNELS, Outcome, Program};
use std::collections::VecDeque;

/// What must come of this program on an event loop with a virtual clock, in asyncio's
/// order.
///
/// ```
/// use model::{Act::*, Program, event_loop};
///
/// let program = Program(vec![Spawn(vec![Sleep(3)]), Wait(2)]);
/// let lines = [
///     "1 begins",
///     "1 has 2",
///     "2 begins",
///     "2 goes on",
///     "2 is gone",
///     "1 hears: 2 returned",
///     "1 is gone",
/// ];
/// assert_eq!(event_loop(&program).log, lines);
/// ```
pub fn event_loop(program: &Program) -> Outcome {
    run(program, false)
}

/// The same with the short cuts of chapter 08: a timer wakes the sleeper itself, where
/// asyncio has it wake a future first, and a gather awaits its tasks one after the other,
/// where asyncio calls it back for each. Either takes a turn less. Nobody else has a
/// gathered task, and it is gone at once if who gathers it is cancelled.
///
/// ```
/// use model::{Act::*, Program, event_loop, quick_event_loop};
///
/// let gather = Gather(vec![vec![]]);
/// let program = Program(vec![Spawn(vec![Yield, Yield]), gather]);
/// let log = |outcome: model::Outcome| outcome.log.join(", ");
/// assert!(log(event_loop(&program)).contains("2 is gone, 1 hears: [3 returned]"));
/// assert!(log(quick_event_loop(&program)).contains("1 hears: [3 returned], 1 is gone, 2"));
/// ```
pub fn quick_event_loop(program: &Program) -> Outcome {
    run(program, true)
}

fn run(program: &Program, quick: bool) -> Outcome {
    let mut event_loop = Loop { quick, portable: true, ..Loop::default() };
    event_loop.timers.push((CLOSING, CLOSE));
    event_loop.create(program.0.clone(), None);
    event_loop.run();
    let Loop { log, now: time, portable, .. } = event_loop;
    Outcome { log, time, portable }
}

#[derive(Default)]
struct Loop {
    /// All there have ever been: task 1 in front.
    tasks: Vec<Task>,
    ready: VecDeque<Entry>,
    /// When, and which, in the order in which they were set.
    timers: Vec<(u64, usize)>,
    timers_set: usize,
    channels: [Channel; CHANNELS],
    now: u64,
    quick: bool,
    portable: bool,
    log: Vec<String>,
}

/// What the loop does when it comes to its front.
enum Entry {
    Step(usize),
    Fire(usize),
    /// A task that somebody gathers has ended.
    Gathered(usize),
}

/// The timer that closes the channels on which nobody has sent.
const CLOSE: usize = 0;

struct Task {
    acts: std::vec::IntoIter<Act>,
    /// The first of these that is over lets it go on.
    waits: Vec<Wait>,
    started: bool,
    queued: bool,
    cancelled: bool,
    /// Somebody waits for it, or has.
    awaited: bool,
    exit: Option<&'static str>,
    gatherer: Option<usize>,
    gathered: bool,
}

#[derive(Clone, PartialEq)]
enum Wait {
    Turn,
    Timer {
        timer: usize,
        then: &'static str,
        fired: bool,
    },
    Task(usize),
    Channel(usize),
    Gather(Vec<usize>),
    /// The first task of a quick gather that is left.
    Next(usize),
    /// It is over before it begins.
    Over(String),
}

#[derive(Clone, Copy, Default)]
struct Channel {
    taken: bool,
    says: Option<&'static str>,
}

impl Loop {
    fn run(&mut self) {
        while self.tasks.iter().any(|task| task.exit.is_none()) {
            self.take_due();
            for _ in 0..self.ready.len() {
                match self.ready.pop_front() {
                    Some(Entry::Step(number)) => self.step(number),
                    Some(Entry::Fire(CLOSE)) => self.close(),
                    Some(Entry::Fire(timer)) => self.fire(timer),
                    Some(Entry::Gathered(number)) => self.gathered(number),
                    None => unreachable!("as many as there were"),
                }
            }
        }
    }

    /// If nothing is ready, it is as late as the first timer wants it to be.
    fn take_due(&mut self) {
        self.timers.sort_by_key(|(deadline, _)| *deadline);
        if self.ready.is_empty() {
            self.now = self.now.max(self.timers[0].0);
        }
        let due = self.timers.partition_point(|(deadline, _)| *deadline <= self.now);
        self.ready
            .extend(self.timers.drain(..due).map(|(_, timer)| Entry::Fire(timer)));
    }

    fn create(&mut self, acts: Vec<Act>, gatherer: Option<usize>) -> usize {
        self.tasks.push(Task {
            acts: acts.into_iter(),
            waits: Vec::new(),
            started: false,
            queued: false,
            cancelled: false,
            awaited: false,
            exit: None,
            gatherer,
            gathered: false,
        });
        self.wake(self.tasks.len());
        self.tasks.len()
    }

    fn task(&mut self, number: usize) -> &mut Task {
        &mut self.tasks[number - 1]
    }

    /// Gives it a place in the queue, unless it has one.
    fn wake(&mut self, number: usize) {
        let task = self.task(number);
        if task.exit.is_none() && !task.queued {
            task.queued = true;
            self.ready.push_back(Entry::Step(number));
        }
    }

    /// Wakes those who wait for something like this.
    fn wake_waiting(&mut self, on: impl Fn(&Wait) -> bool) {
        for number in 1..=self.tasks.len() {
            if self.task(number).waits.iter().any(&on) {
                self.wake(number);
            }
        }
    }

    fn say(&mut self, number: usize, what: &str) {
        self.log.push(format!("{number} {what}"));
    }

    fn step(&mut self, me: usize) {
        self.task(me).queued = false;
        if self.task(me).exit.is_some() {
            return;
        }
        if self.task(me).cancelled {
            return self.end(me, "was cancelled");
        }
        if !self.task(me).started {
            self.task(me).started = true;
            self.say(me, "begins");
        } else if !self.go_on(me) {
            return;
        }
        while let Some(act) = self.task(me).acts.next() {
            if act == Act::Panic {
                return self.end(me, "panicked: on purpose");
            }
            self.act(me, act);
            let blocked = !self.task(me).waits.is_empty();
            if blocked && !self.go_on(me) {
                return;
            }
        }
        self.end(me, "returned");
    }

    /// Whether one of its waits is over. Then it goes on with that one, and drops the
    /// others.
    fn go_on(&mut self, me: usize) -> bool {
        let waits = self.task(me).waits.clone();
        let over = waits.iter().find_map(|wait| self.over(me, wait));
        match &over {
            None => self.await_next(me),
            Some(what) => {
                self.drop_waits(me);
                self.say(me, what);
            }
        }
        over.is_some()
    }

    /// Who gathers quickly is woken by one task at a time.
    fn await_next(&mut self, me: usize) {
        let [Wait::Gather(all), ..] = &self.tasks[me - 1].waits[..] else { return };
        let left = all.iter().find(|n| self.tasks[*n - 1].exit.is_none());
        if let Some(next) = left.filter(|_| self.quick).copied() {
            self.task(me).waits.truncate(1);
            self.task(me).waits.push(Wait::Next(next));
        }
    }

    fn drop_waits(&mut self, me: usize) {
        for wait in std::mem::take(&mut self.task(me).waits) {
            match wait {
                Wait::Timer { timer, .. } => {
                    self.timers.retain(|(_, other)| *other != timer);
                }
                Wait::Gather(all) if self.quick => {
                    all.into_iter()
                        .for_each(|number| self.end(number, "was cancelled"));
                }
                _ => {}
            }
        }
    }

    /// What comes of a wait of this task, if it is over.
    fn over(&self, me: usize, wait: &Wait) -> Option<String> {
        match wait {
            Wait::Turn => (!self.tasks[me - 1].queued).then(|| "goes on".into()),
            Wait::Timer { then, fired, .. } => fired.then(|| then.to_string()),
            Wait::Task(other) => {
                let exit = self.tasks[other - 1].exit?;
                Some(format!("hears: {other} {exit}"))
            }
            Wait::Channel(channel) => {
                let says = self.channels[*channel].says?;
                Some(format!("hears: {channel} {says}"))
            }
            Wait::Gather(all) => {
                let each = all.iter().map(|n| (n, &self.tasks[n - 1]));
                let told = |task: &Task| task.gathered || self.quick;
                let exits = each.map(|(n, task)| {
                    Some(format!("{n} {}", task.exit.filter(|_| told(task))?))
                });
                let exits: Option<Vec<String>> = exits.collect();
                Some(format!("hears: [{}]", exits?.join(", ")))
            }
            Wait::Next(_) => None,
            Wait::Over(what) => Some(what.clone()),
        }
    }

    fn act(&mut self, me: usize, act: Act) {
        match act {
            Act::Spawn(acts) => {
                let child = self.create(acts, None);
                self.say(me, &format!("has {child}"));
            }
            Act::Cancel(other) => self.cancel(me, other),
            Act::Send(channel) => self.send(channel, "was sent"),
            Act::Select(one, other) => {
                if !self.begin(me, *one) {
                    self.begin(me, *other);
                }
            }
            Act::Timeout(limit, wait) => {
                if !self.begin(me, *wait) {
                    self.set_timer(me, limit, "hears: too late");
                }
            }
            wait => {
                self.begin(me, wait);
            }
        }
    }

    /// Begins to wait. Says whether that is over already.
    fn begin(&mut self, me: usize, act: Act) -> bool {
        let wait = match act {
            Act::Yield => {
                self.wake(me);
                Wait::Turn
            }
            Act::Sleep(time) => {
                self.set_timer(me, time, "goes on");
                return false;
            }
            Act::Wait(other) => self.wait(me, other),
            Act::Receive(channel) => {
                match std::mem::replace(&mut self.channels[channel].taken, true) {
                    true => Wait::Over(format!("cannot receive {channel}")),
                    false => Wait::Channel(channel),
                }
            }
            Act::Gather(bodies) => {
                let create = |acts| self.create(acts, Some(me));
                Wait::Gather(bodies.into_iter().map(create).collect())
            }
            act => unreachable!("{act:?} is no wait"),
        };
        let over = self.over(me, &wait).is_some();
        self.task(me).waits.push(wait);
        over
    }

    fn set_timer(&mut self, me: usize, time: u64, then: &'static str) {
        let deadline = self.now + time;
        self.portable &= self.timers.iter().all(|(other, _)| *other != deadline);
        self.timers_set += 1;
        let timer = self.timers_set;
        self.timers.push((deadline, timer));
        self.task(me).waits.push(Wait::Timer { timer, then, fired: false });
    }

    fn fire(&mut self, id: usize) {
        for number in 1..=self.tasks.len() {
            for wait in &mut self.task(number).waits {
                match wait {
                    Wait::Timer { timer, fired, .. } if *timer == id => *fired = true,
                    _ => {}
                }
            }
        }
        self.wake_waiting(
            |wait| matches!(wait, Wait::Timer { timer, .. } if *timer == id),
        );
    }

    fn wait(&mut self, me: usize, other: usize) -> Wait {
        let known = other > me && self.is_known(other);
        if !known || std::mem::replace(&mut self.task(other).awaited, true) {
            return Wait::Over(format!("cannot wait for {other}"));
        }
        Wait::Task(other)
    }

    fn is_known(&mut self, number: usize) -> bool {
        let created = (1..=self.tasks.len()).contains(&number);
        created && !(self.quick && self.task(number).gatherer.is_some())
    }

    /// It reaches the other at its next turn.
    fn cancel(&mut self, me: usize, other: usize) {
        let known = other != me && self.is_known(other);
        if !known || self.task(other).exit.is_some() {
            return self.say(me, &format!("cannot cancel {other}"));
        }
        // In asyncio, it would also reach the one that the other waits for.
        let passed_on = |wait: &Wait| matches!(wait, Wait::Task(_) | Wait::Gather(_));
        self.portable &= !self.task(other).waits.iter().any(passed_on);
        self.task(other).cancelled = true;
        self.wake(other);
    }

    fn send(&mut self, channel: usize, says: &'static str) {
        self.channels[channel].says.get_or_insert(says);
        self.wake_waiting(|wait| *wait == Wait::Channel(channel));
    }

    fn close(&mut self) {
        for channel in 0..CHANNELS {
            self.send(channel, "is closed");
        }
    }

    fn end(&mut self, me: usize, exit: &'static str) {
        if self.task(me).exit.is_some() {
            return;
        }
        self.drop_waits(me);
        self.task(me).exit = Some(exit);
        if self.task(me).started {
            self.say(me, "is gone");
        }
        if self.task(me).gatherer.is_some() && !self.quick {
            self.ready.push_back(Entry::Gathered(me));
        }
        self.wake_waiting(|wait| [Wait::Task(me), Wait::Next(me)].contains(wait));
    }

    /// The last one wakes who gathers them.
    fn gathered(&mut self, number: usize) {
        self.task(number).gathered = true;
        let gatherer = self.task(number).gatherer.expect("somebody gathers it");
        let mut waits = self.tasks[gatherer - 1].waits.iter();
        if waits.any(|wait| {
            matches!(wait, Wait::Gather(_)) && self.over(gatherer, wait).is_some()
        }) {
            self.wake(gatherer);
        }
    }
}
