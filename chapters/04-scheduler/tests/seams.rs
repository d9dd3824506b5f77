//! The seams that chapter 05 builds on, `resume_next`, `make_ready` and `kill`, used in any
//! order by random callers: the scheduler does what a plain model does, every task is dropped
//! exactly once, and in the turn or by the kill that ended it.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::*};
use ch03_task::Tid;
use ch04_scheduler::{Scheduler, Turn};
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;
use std::thread;

/// One call. Numbers may belong to nobody.
#[derive(Clone, Copy, Debug)]
enum Act {
    CreateTask(Plan),
    ResumeNext,
    MakeReady(u64, u32),
    Kill(u64),
}
use Act::*;

/// What a task does: it yields so many times, then ends. If it has a grudge, dropping it panics.
#[derive(Clone, Copy, Debug)]
struct Plan {
    yields: u32,
    panics: bool,
    grudge: bool,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let plan = (0..4u32, prop::bool::weighted(0.2), prop::bool::weighted(0.2));
    let plan =
        plan.prop_map(|(yields, panics, grudge)| Plan { yields, panics, grudge });
    let act = prop_oneof![
        2 => plan.prop_map(CreateTask),
        4 => Just(ResumeNext),
        3 => (0..12u64, 1..100u32).prop_map(|(number, input)| MakeReady(number, input)),
        1 => (0..12u64).prop_map(Kill),
    ];
    prop::collection::vec(act, 0..80)
}

type Log = Rc<RefCell<Vec<String>>>;

/// A task that notes its turns and its end.
struct Body {
    me: u64,
    plan: Plan,
    log: Log,
}

impl Coroutine<u32> for Body {
    type Yield = ();
    type Return = ();

    fn resume_with(&mut self, input: u32) -> CoroutineState<(), ()> {
        self.log.borrow_mut().push(format!("{} runs with {input}", self.me));
        match self.plan.yields.checked_sub(1) {
            Some(left) => self.plan.yields = left,
            None if self.plan.panics => resume_unwind(Box::new("on purpose")),
            None => return Complete(()),
        }
        Yielded(())
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        self.log.borrow_mut().push(format!("{} is gone", self.me));
        if self.plan.grudge && !thread::panicking() {
            resume_unwind(Box::new("a grudge"));
        }
    }
}

/// Does all this to a real scheduler.
fn real(acts: &[Act]) -> Vec<String> {
    let log = Log::default();
    let mut scheduler: Scheduler<(), u32> = Scheduler::new();
    let mut created = 0;
    for act in acts {
        let came_of_it = match *act {
            CreateTask(plan) => {
                created += 1;
                let body = Body { me: created, plan, log: Rc::clone(&log) };
                scheduler.create_task("body", body).to_string()
            }
            ResumeNext => match scheduler.resume_next() {
                None => "nobody".into(),
                Some(Turn { tid, state: Yielded(()) }) => format!("{tid} yielded"),
                Some(Turn { tid, state: Complete(exit) }) => format!("{tid} {exit}"),
            },
            MakeReady(tid, input) => {
                scheduler.make_ready(Tid::new(tid), input).to_string()
            }
            Kill(tid) => scheduler.kill(Tid::new(tid)).to_string(),
        };
        let alive: Vec<u64> =
            scheduler.tasks().map(|task| task.tid().number()).collect();
        assert!(
            (0..=created)
                .all(|n| { scheduler.is_alive(Tid::new(n)) == alive.contains(&n) })
        );
        let state = state(&alive, scheduler.ready_len());
        log.borrow_mut().push(format!("{came_of_it}; {state}"));
    }
    // A grudge goes to whoever drops the scheduler, after all others are dropped.
    let _ = catch_unwind(AssertUnwindSafe(|| drop(scheduler)));
    log.take()
}

fn state(alive: &[u64], ready: usize) -> String {
    format!("alive {alive:?}, {ready} in the queue")
}

/// What a scheduler is: who is alive, who is in the queue.
#[derive(Default)]
struct Model {
    alive: BTreeMap<u64, Plan>,
    /// Who is in the queue, and the input of the turn. The killed keep their places.
    queue: VecDeque<(u64, u32)>,
    created: u64,
    log: Vec<String>,
}

impl Model {
    fn act(&mut self, act: Act) -> String {
        match act {
            CreateTask(plan) => {
                self.created += 1;
                self.alive.insert(self.created, plan);
                self.queue.push_back((self.created, 0));
                self.created.to_string()
            }
            ResumeNext => loop {
                let Some((number, input)) = self.queue.pop_front() else {
                    return "nobody".into();
                };
                if self.alive.contains_key(&number) {
                    return self.turn(number, input);
                }
            },
            MakeReady(number, input) => {
                let queued = self.queue.iter().any(|(other, _)| *other == number);
                let suspended = self.alive.contains_key(&number) && !queued;
                if suspended {
                    self.queue.push_back((number, input));
                }
                suspended.to_string()
            }
            Kill(number) => self.end(number).to_string(),
        }
    }

    fn turn(&mut self, number: u64, input: u32) -> String {
        self.log.push(format!("{number} runs with {input}"));
        let plan = self.alive.get_mut(&number).expect("it is alive");
        let (Plan { panics, grudge, .. }, last) = (*plan, plan.yields == 0);
        if !last {
            plan.yields -= 1;
            return format!("{number} yielded");
        }
        self.end(number);
        match (panics, grudge) {
            (true, _) => format!("{number} panicked: on purpose"),
            (_, true) => format!("{number} panicked: a grudge"),
            _ => format!("{number} returned"),
        }
    }

    fn end(&mut self, number: u64) -> bool {
        let alive = self.alive.remove(&number).is_some();
        if alive {
            self.log.push(format!("{number} is gone"));
        }
        alive
    }
}

/// What must come of all this.
fn expected(acts: &[Act]) -> Vec<String> {
    let mut model = Model::default();
    for act in acts {
        let came_of_it = model.act(*act);
        let alive: Vec<u64> = model.alive.keys().copied().collect();
        let state = state(&alive, model.queue.len());
        model.log.push(format!("{came_of_it}; {state}"));
    }
    model.alive.keys().for_each(|number| model.log.push(format!("{number} is gone")));
    model.log
}

fn agree(cases: u32) -> Result<(), String> {
    let config =
        ProptestConfig { failure_persistence: None, cases, ..Default::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let found = runner.run(&acts(), |acts| {
        prop_assert_eq!(real(&acts), expected(&acts));
        Ok(())
    });
    found.map_err(|error| error.to_string())
}

#[test]
fn the_scheduler_and_the_model_agree() {
    assert_eq!(agree(1_000), Ok(()));
}

#[test]
#[ignore = "100 000 programs"]
fn the_scheduler_and_the_model_agree_on_a_hundred_thousand() {
    assert_eq!(agree(100_000), Ok(()));
}
