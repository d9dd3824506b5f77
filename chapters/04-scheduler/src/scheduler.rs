use ch02_coroutines::{
    Coroutine,
    CoroutineState::{self, Complete, Yielded},
};
use ch03_task::{Exit, Task, Tid};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::iter;
use tracing::debug;

/// Runs many tasks on one thread, one step of one task at a time.
///
/// ```
/// use ch04_scheduler::Scheduler;
/// # use ch01_generators::{CoroutineState::{self, *}, Generator};
/// # struct Steps(u32);
/// # impl Generator for Steps {
/// #     type Yield = ();
/// #     type Return = ();
/// #     fn resume(&mut self) -> CoroutineState<(), ()> {
/// #         if self.0 == 0 { return Complete(()) }
/// #         self.0 -= 1;
/// #         Yielded(())
/// #     }
/// # }
///
/// let mut scheduler: Scheduler = Scheduler::new();
/// scheduler.create_task("three", Steps(3));
/// scheduler.create_task("five", Steps(5));
/// scheduler.run();
/// ```
pub struct Scheduler<Y = (), Input = ()> {
    /// Every task that has not ended.
    tasks: BTreeMap<Tid, Task<Y, Input>>,
    /// Those that want to run, the next one in front.
    ready: VecDeque<Tid>,
    /// Those that do not: each waits for a [`make_ready`](Scheduler::make_ready).
    suspended: BTreeSet<Tid>,
    /// How many tasks there have ever been, so that no number is given twice.
    created: u64,
}

/// What came of one task's turn.
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
    pub fn resume_next(&mut self) -> Option<Turn<Y>> {
        let tid = iter::from_fn(|| self.ready.pop_front()).find(|t| self.tasks.contains_key(t))?;
        debug!(task = tid.number(), "resume");
        let state = self.tasks.get_mut(&tid)?.resume();
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
    pub fn make_ready(&mut self, tid: Tid, input: Input) -> bool {
        let suspended = self.suspended.remove(&tid);
        if suspended && let Some(task) = self.tasks.get_mut(&tid) {
            task.set_send_value(input);
            self.ready.push_back(tid);
        }
        suspended
    }

    /// Ends a task from outside: drops it where it stands. Says whether it was alive.
    pub fn kill(&mut self, tid: Tid) -> bool {
        // The ready queue may still hold its number: `resume_next` skips it.
        self.suspended.remove(&tid);
        let killed = self.tasks.remove(&tid).is_some();
        if killed {
            debug!(task = tid.number(), "kill");
        }
        killed
    }
}

impl<Y, Input: Default> Default for Scheduler<Y, Input> {
    fn default() -> Self {
        Scheduler::new()
    }
}
