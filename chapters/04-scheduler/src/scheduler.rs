use ch02_coroutines::{
    Coroutine,
    CoroutineState::{self, Complete, Yielded},
};
use ch03_task::{Exit, Task, Tid};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tracing::debug;

/// Runs many tasks on one thread, one turn of one task at a time.
///
/// `Y` is what a task yields; it goes to whoever runs the scheduler. `Input` is what a task is
/// sent when it goes on.
///
/// ```
/// use ch01_generators::Countdown;
/// use ch04_scheduler::Scheduler;
///
/// let mut scheduler: Scheduler<u32> = Scheduler::new();
/// scheduler.create_task("three", Countdown::from(3));
/// scheduler.create_task("five", Countdown::from(5));
/// scheduler.run();
/// ```
pub struct Scheduler<Y = (), Input = ()> {
    /// The task table: every task that has not ended.
    tasks: BTreeMap<Tid, Task<Y, Input>>,
    /// The ready queue: those that want to run, the next one in front.
    ready: VecDeque<Tid>,
    /// Those that do not: each waits for a [`make_ready`](Scheduler::make_ready).
    suspended: BTreeSet<Tid>,
    /// How many tasks there have ever been, so that no number is given twice.
    created: u64,
}

/// What came of one task's turn.
///
/// ```
/// use ch01_generators::{Countdown, CoroutineState::Yielded};
/// use ch04_scheduler::{Scheduler, Turn};
///
/// let mut scheduler: Scheduler<u32> = Scheduler::new();
/// let tid = scheduler.create_task("countdown", Countdown::from(3));
/// assert_eq!(scheduler.step(), Some(Turn { tid, state: Yielded(3) }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn<Y> {
    /// Whose turn it was.
    pub tid: Tid,
    /// What it yielded, or how it ended.
    pub state: CoroutineState<Y, Exit>,
}

impl<Y, Input: Default> Scheduler<Y, Input> {
    /// A scheduler without tasks.
    pub fn new() -> Self {
        Scheduler {
            tasks: BTreeMap::new(),
            ready: VecDeque::new(),
            suspended: BTreeSet::new(),
            created: 0,
        }
    }

    /// Makes a task of `body`, at the back of the ready queue. It does not run yet.
    ///
    /// ```
    /// use ch01_generators::Countdown;
    /// use ch04_scheduler::Scheduler;
    ///
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// let first = scheduler.create_task("first", Countdown::from(3));
    /// let second = scheduler.create_task("second", Countdown::from(3));
    /// assert!(first < second);
    /// ```
    pub fn create_task(
        &mut self,
        name: &str,
        body: impl Coroutine<Input, Yield = Y, Return = ()> + 'static,
    ) -> Tid {
        self.created += 1;
        let tid = Tid::new(self.created);
        debug!(task = tid.number(), name, "create");
        self.tasks.insert(tid, Task::new(tid, name, body));
        self.ready.push_back(tid);
        tid
    }

    /// Takes the first task from the ready queue and runs it to its next yield, or to its end.
    /// `None` if no task is ready.
    ///
    /// A task that yielded is suspended until [`make_ready`](Scheduler::make_ready): what a yield
    /// means is for the caller to say.
    ///
    /// ```
    /// use ch01_generators::{Countdown, CoroutineState::Yielded};
    /// use ch04_scheduler::Scheduler;
    ///
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// scheduler.create_task("countdown", Countdown::from(3));
    /// assert_eq!(scheduler.resume_next().unwrap().state, Yielded(3));
    /// assert!(scheduler.resume_next().is_none()); // nobody has made it ready
    /// ```
    pub fn resume_next(&mut self) -> Option<Turn<Y>> {
        let task = loop {
            let tid = self.ready.pop_front()?;
            // A task that was killed while it was ready has left its number behind.
            if let Some(task) = self.tasks.get_mut(&tid) {
                break task;
            }
        };
        let tid = task.tid();
        debug!(task = tid.number(), "resume");
        let state = task.resume();
        match &state {
            Yielded(_) => {
                self.suspended.insert(tid);
            }
            Complete(exit) => {
                debug!(task = tid.number(), %exit, "complete");
                self.tasks.remove(&tid);
            }
        }
        Some(Turn { tid, state })
    }

    /// Puts a suspended task at the back of the ready queue. Its next turn begins with `input`.
    /// Says whether there was such a task: not if it is ready already, or has ended.
    ///
    /// ```
    /// use ch01_generators::Countdown;
    /// use ch04_scheduler::Scheduler;
    ///
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// let tid = scheduler.create_task("countdown", Countdown::from(3));
    /// scheduler.resume_next();
    /// assert!(scheduler.make_ready(tid, ()));
    /// assert!(!scheduler.make_ready(tid, ())); // one place in the queue is enough
    /// ```
    pub fn make_ready(&mut self, tid: Tid, input: Input) -> bool {
        let suspended = self.suspended.remove(&tid);
        if suspended && let Some(task) = self.tasks.get_mut(&tid) {
            task.set_send_value(input);
            self.ready.push_back(tid);
        }
        suspended
    }

    /// Ends a task from outside: drops it where it stands. Says whether it was alive.
    ///
    /// ```
    /// use ch01_generators::Countdown;
    /// use ch04_scheduler::Scheduler;
    ///
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// let tid = scheduler.create_task("countdown", Countdown::from(3));
    /// assert!(scheduler.kill(tid));
    /// assert!(!scheduler.kill(tid));
    /// assert!(scheduler.step().is_none());
    /// ```
    pub fn kill(&mut self, tid: Tid) -> bool {
        let Some(task) = self.tasks.remove(&tid) else {
            return false;
        };
        debug!(task = tid.number(), "kill");
        // If it was ready, its number stays in the queue: `resume_next` skips it.
        self.suspended.remove(&tid);
        // A panic in its `drop` ends here: the others did nothing wrong. What it has
        // thrown is forgotten: to drop that might panic again.
        let _ = catch_unwind(AssertUnwindSafe(|| drop(task))).map_err(mem::forget);
        true
    }
}

impl<Y, Input> Scheduler<Y, Input> {
    /// The tasks that have not ended, the oldest first.
    ///
    /// ```
    /// # use ch01_generators::Countdown;
    /// # use ch04_scheduler::Scheduler;
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// scheduler.create_task("soup", Countdown::from(3));
    /// scheduler.create_task("bread", Countdown::from(5));
    /// let names: Vec<&str> = scheduler.tasks().map(|task| task.name()).collect();
    /// assert_eq!(names, ["soup", "bread"]);
    /// ```
    pub fn tasks(&self) -> impl Iterator<Item = &Task<Y, Input>> {
        self.tasks.values()
    }

    /// Whether this task has not ended.
    ///
    /// ```
    /// # use ch01_generators::Countdown;
    /// # use ch04_scheduler::Scheduler;
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// let tid = scheduler.create_task("soup", Countdown::from(3));
    /// assert!(scheduler.is_alive(tid));
    /// scheduler.run();
    /// assert!(!scheduler.is_alive(tid));
    /// ```
    pub fn is_alive(&self, tid: Tid) -> bool {
        self.tasks.contains_key(&tid)
    }

    /// Whether every task has ended.
    ///
    /// ```
    /// # use ch01_generators::Countdown;
    /// # use ch04_scheduler::Scheduler;
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// scheduler.create_task("soup", Countdown::from(3));
    /// assert!(!scheduler.is_empty());
    /// scheduler.run();
    /// assert!(scheduler.is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// How long the ready queue is. Numbers of killed tasks count until their turn would come.
    ///
    /// ```
    /// # use ch01_generators::Countdown;
    /// # use ch04_scheduler::Scheduler;
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// scheduler.create_task("soup", Countdown::from(3));
    /// assert_eq!(scheduler.ready_len(), 1);
    /// scheduler.resume_next();
    /// assert_eq!(scheduler.ready_len(), 0); // it is suspended
    /// ```
    pub fn ready_len(&self) -> usize {
        self.ready.len()
    }
}

impl<Y, Input: Default> Default for Scheduler<Y, Input> {
    fn default() -> Self {
        Scheduler::new()
    }
}
