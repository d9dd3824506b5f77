//! Random trees of naps, gathers, selects and timeouts on a virtual clock: each takes as
//! long as arithmetic says, gives what it should, and leaves nothing behind.

use ch06_sleep_and_io::{Clock, Timers};
use ch07_future_and_handle::{EventLoop, time};
use ch08_gather_and_select::{
    Either, Selector, gather, select, select_all, sleep, timeout, try_gather,
};
use proptest::prelude::*;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

/// Something to wait for.
#[derive(Clone, Debug)]
enum Plan {
    Nap(u64),
    Fail(u64),
    All(Vec<Plan>),
    First(Vec<Plan>),
    Either(Box<Plan>, Box<Plan>),
    Within(u64, Box<Plan>),
}

fn plan() -> impl Strategy<Value = Plan> {
    let leaf = prop_oneof![
        4 => (1..200u64).prop_map(Plan::Nap),
        1 => (1..200u64).prop_map(Plan::Fail),
    ];
    leaf.prop_recursive(4, 40, 5, |plan| {
        prop_oneof![
            prop::collection::vec(plan.clone(), 0..5).prop_map(Plan::All),
            prop::collection::vec(plan.clone(), 1..5).prop_map(Plan::First),
            (plan.clone(), plan.clone())
                .prop_map(|(a, b)| Plan::Either(a.into(), b.into())),
            (1..200u64, plan).prop_map(|(ms, plan)| Plan::Within(ms, plan.into())),
        ]
    })
}

/// What comes of it, and after how long: the model. A tie goes to the first.
fn expected(plan: &Plan) -> (u64, Result<u64, u64>) {
    match plan {
        Plan::Nap(ms) => (*ms, Ok(*ms)),
        Plan::Fail(ms) => (*ms, Err(*ms)),
        Plan::All(plans) => all(plans.iter().map(expected).collect()),
        Plan::First(plans) => {
            let ends = plans.iter().map(expected);
            ends.min_by_key(|(ms, _)| *ms).expect("one at least")
        }
        Plan::Either(a, b) => {
            let ends = [expected(a), expected(b)];
            ends.into_iter().min_by_key(|(ms, _)| *ms).expect("two")
        }
        Plan::Within(limit, plan) => match expected(plan) {
            (ms, result) if ms <= *limit => (ms, result),
            _ => (*limit, Err(0)),
        },
    }
}

fn all(ends: Vec<(u64, Result<u64, u64>)>) -> (u64, Result<u64, u64>) {
    let failures = ends.iter().filter(|(_, result)| result.is_err());
    if let Some(failure) = failures.min_by_key(|(ms, _)| *ms) {
        return *failure;
    }
    let ms = ends.iter().map(|(ms, _)| *ms).max().unwrap_or(0);
    // Depends on the order.
    let sum = ends.iter().fold(0u64, |sum, (_, result)| {
        sum.wrapping_mul(31).wrapping_add(result.unwrap_or(0))
    });
    (ms, Ok(sum))
}

/// Counts how many of it there are.
struct Alive(Rc<Cell<i32>>);

impl Alive {
    fn new(count: &Rc<Cell<i32>>) -> Self {
        count.update(|alive| alive + 1);
        Alive(count.clone())
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        self.0.update(|alive| alive - 1);
    }
}

type Run = Pin<Box<dyn Future<Output = Result<u64, u64>>>>;

fn perform(plan: &Plan, count: &Rc<Cell<i32>>) -> Run {
    let alive = Alive::new(count);
    let each = |plans: &[Plan]| -> Vec<Run> {
        plans.iter().map(|plan| perform(plan, count)).collect()
    };
    match plan.clone() {
        Plan::Nap(ms) => Box::pin(async move {
            let _alive = alive;
            sleep(Duration::from_millis(ms)).await;
            Ok(ms)
        }),
        Plan::Fail(ms) => Box::pin(async move {
            let _alive = alive;
            sleep(Duration::from_millis(ms)).await;
            Err(ms)
        }),
        Plan::All(plans) => {
            let plans = each(&plans);
            Box::pin(async move {
                let _alive = alive;
                let values = try_gather(plans).await?;
                Ok(values
                    .into_iter()
                    .fold(0u64, |sum, value| sum.wrapping_mul(31).wrapping_add(value)))
            })
        }
        Plan::First(plans) => {
            let plans = each(&plans);
            Box::pin(async move {
                let _alive = alive;
                select_all(plans).await.1
            })
        }
        Plan::Either(a, b) => {
            let (a, b) = (perform(&a, count), perform(&b, count));
            Box::pin(async move {
                let _alive = alive;
                match select(a, b).await {
                    Either::Left(result) | Either::Right(result) => result,
                }
            })
        }
        Plan::Within(ms, plan) => {
            let plan = perform(&plan, count);
            Box::pin(async move {
                let _alive = alive;
                timeout(Duration::from_millis(ms), plan).await.unwrap_or(Err(0))
            })
        }
    }
}

fn event_loop() -> EventLoop {
    EventLoop::with_driver(Selector::new(Clock::stopped()).expect("a selector"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// It takes as long as it should, and gives what it should.
    #[test]
    fn as_arithmetic_says(plan in plan()) {
        let (event_loop, count) = (event_loop(), Rc::new(Cell::new(0)));
        let run = perform(&plan, &count);
        let (ms, result) = event_loop.run_until_complete(async {
            let result = run.await;
            (time().as_millis() as u64, result)
        });
        let (due, wanted) = expected(&plan);
        prop_assert_eq!(ms, due);
        // Two that end in the same millisecond end in the order in which they were woken.
        if !ambiguous(&plan) {
            prop_assert_eq!(result, wanted);
        }
        drop(event_loop);
        prop_assert_eq!(count.get(), 0, "something is left");
    }

    /// A plan that is dropped at any moment takes all that belongs to it along: children
    /// of a gather that is still awaited, timers, and futures.
    #[test]
    fn dropped_at_any_moment(plan in plan(), ms in 0..150u64) {
        prop_assume!(!fails(&plan));
        let (event_loop, count) = (event_loop(), Rc::new(Cell::new(0)));
        let (run, alive) = (perform(&plan, &count), count.clone());
        let left = event_loop.run_until_complete(async move {
            let _ = select(run, sleep(Duration::from_millis(ms))).await;
            alive.get()
        });
        prop_assert_eq!(left, 0);
    }

    /// The wheel fires as the sorted map of chapter 06 does, and what was cancelled is gone.
    #[test]
    fn the_wheel_is_a_sorted_map(
        naps in prop::collection::vec((1..100_000u64, 1..200_000u64), 0..60),
    ) {
        let fired = Rc::new(RefCell::new(Vec::new()));
        let mut timers = Timers::new();
        for (number, (ms, limit)) in naps.iter().enumerate() {
            if ms <= limit {
                timers.insert(Duration::from_millis(*ms), (number, *ms));
            }
        }
        let mut wanted = Vec::new();
        while let Some(next) = timers.pop_due(Duration::MAX) {
            wanted.push(next);
        }
        let log = fired.clone();
        let naps: Vec<_> = naps.into_iter().enumerate().map(|(number, (ms, limit))| {
            let log = log.clone();
            timeout(Duration::from_millis(limit), async move {
                sleep(Duration::from_millis(ms)).await;
                log.borrow_mut().push((number, time().as_millis() as u64));
            })
        }).collect();
        event_loop().run_until_complete(async { gather(naps).await });
        prop_assert_eq!(fired.take(), wanted);
    }
}

/// Whether two that compete may end in the same millisecond.
fn ambiguous(plan: &Plan) -> bool {
    let mut ends = Vec::new();
    times(plan, &mut ends);
    let count = ends.len();
    ends.sort_unstable();
    ends.dedup();
    ends.len() < count
}

fn times(plan: &Plan, ends: &mut Vec<u64>) {
    match plan {
        Plan::Nap(ms) | Plan::Fail(ms) => ends.push(*ms),
        Plan::All(plans) | Plan::First(plans) => {
            plans.iter().for_each(|plan| times(plan, ends));
        }
        Plan::Either(a, b) => {
            times(a, ends);
            times(b, ends);
        }
        Plan::Within(ms, plan) => {
            ends.push(*ms);
            times(plan, ends);
        }
    }
}

/// Whether a gather in it may end early, and so let its tasks run on.
fn fails(plan: &Plan) -> bool {
    match plan {
        Plan::Nap(_) => false,
        Plan::Fail(_) => true,
        Plan::All(plans) | Plan::First(plans) => plans.iter().any(fails),
        Plan::Either(a, b) => fails(a) || fails(b),
        Plan::Within(..) => true,
    }
}
