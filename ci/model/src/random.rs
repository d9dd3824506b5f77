use crate::{Act, CHANNELS, FOREVER, Program, event_loop};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{
    Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner,
};
use std::iter;
use std::ops::Range;

/// Programs for a kernel.
pub fn for_kernel() -> impl Strategy<Value = Program> {
    let act = prop_oneof![
        4 => Just(Act::Yield),
        4 => (0..6u64).prop_map(Act::Sleep),
        1 => prop_oneof![Just(FOREVER), Just(1 << 40)].prop_map(Act::Sleep),
        4 => number().prop_map(Act::Wait),
        2 => number().prop_map(Act::Cancel),
        1 => Just(Act::Panic),
        1 => Just(Act::Grudge),
    ];
    programs(act.boxed(), |body| body.prop_map(Act::Spawn).boxed())
}

/// Programs for an event loop.
pub fn for_event_loop() -> impl Strategy<Value = Program> {
    let sleep = || 1..6u64;
    let wait = waits(sleep()).prop_map(Box::new).boxed();
    let act = prop_oneof![
        20 => asyncio_act(sleep()),
        2 => (wait.clone(), wait.clone()).prop_map(|(one, two)| Act::Select(one, two)),
        2 => (sleep(), wait).prop_map(|(limit, wait)| Act::Timeout(limit, wait)),
    ];
    programs(act.boxed(), spawn_or_gather)
}

/// Programs for an event loop that has tasks, timers and channels, and no more. Their sleeps
/// last so long.
pub fn for_tasks(sleep: Range<u64>) -> impl Strategy<Value = Program> {
    programs(asyncio_act(sleep), |body| body.prop_map(Act::Spawn).boxed())
}

/// Programs for asyncio. Their sleeps are of many lengths, so that seldom two end at the
/// same time.
pub fn for_asyncio() -> impl Strategy<Value = Program> {
    programs(asyncio_act(MANY), spawn_or_gather)
}

/// Lengths of sleeps among which hardly two are equal.
pub const MANY: Range<u64> = 1..1_000_000;

/// So many programs that asyncio must run as [`event_loop`] does: most are such.
///
/// ```
/// use model::{MANY, event_loop, for_tasks, portable};
///
/// let programs = portable(10, &for_tasks(MANY));
/// assert!(programs.iter().all(|program| event_loop(program).portable));
/// ```
pub fn portable(
    count: usize,
    programs: &impl Strategy<Value = Program>,
) -> Vec<Program> {
    let mut runner = TestRunner::new(Config::default());
    let any = || programs.new_tree(&mut runner).expect("nothing is left out").current();
    let portable = |program: &Program| event_loop(program).portable;
    iter::repeat_with(any).filter(portable).take(count).collect()
}

fn asyncio_act(sleep: Range<u64>) -> Acts {
    let act = prop_oneof![
        3 => Just(Act::Yield),
        11 => waits(sleep),
        3 => number().prop_map(Act::Cancel),
        3 => (0..CHANNELS).prop_map(Act::Send),
        1 => Just(Act::Panic),
    ];
    act.boxed()
}

fn waits(sleep: Range<u64>) -> Acts {
    let wait = prop_oneof![
        4 => sleep.prop_map(Act::Sleep),
        4 => number().prop_map(Act::Wait),
        3 => (0..CHANNELS).prop_map(Act::Receive),
    ];
    wait.boxed()
}

fn spawn_or_gather(body: BoxedStrategy<Vec<Act>>) -> Acts {
    let gather = prop::collection::vec(body.clone(), 0..4).prop_map(Act::Gather);
    prop_oneof![3 => body.prop_map(Act::Spawn), 1 => gather].boxed()
}

/// A task's number: mostly that of one of the first few.
fn number() -> impl Strategy<Value = usize> {
    prop_oneof![8 => 2..10usize, 1 => 0..40usize]
}

type Acts = BoxedStrategy<Act>;

/// Programs of these acts and of those that `nest` makes of what a task does.
fn programs(
    act: Acts,
    nest: fn(BoxedStrategy<Vec<Act>>) -> Acts,
) -> impl Strategy<Value = Program> {
    let leaf = prop::collection::vec(act.clone(), 0..6).boxed();
    let again = act.clone();
    let body = leaf.prop_recursive(3, 40, 4, move |inner| {
        prop::collection::vec(prop_oneof![2 => again.clone(), 1 => nest(inner)], 0..9)
    });
    let first = prop_oneof![1 => act, 1 => nest(body.boxed())];
    prop::collection::vec(first, 0..12).prop_map(Program)
}

/// Looks for a program that fails the test, among so many, and for the shortest that
/// does.
///
/// # Errors
///
/// What the test said about it.
///
/// ```
/// use model::{Act, for_kernel, search};
///
/// let found = search(1000, &for_kernel(), |program| {
///     if program.0.contains(&Act::Panic) { Err(program.to_string()) } else { Ok(()) }
/// });
/// assert_eq!(found.unwrap_err(), "vec![\n    Panic,\n]");
/// ```
pub fn search(
    programs: u32,
    strategy: &impl Strategy<Value = Program>,
    test: impl Fn(&Program) -> Result<(), String>,
) -> Result<(), String> {
    let config = Config { failure_persistence: None, ..Config::with_cases(programs) };
    // The same programs each time: what fails here fails everywhere.
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let found = TestRunner::new_with_rng(config, random)
        .run(strategy, |program| test(&program).map_err(TestCaseError::fail));
    found.map_err(|error| match error {
        TestError::Fail(fault, _) => fault.message().into(),
        TestError::Abort(reason) => reason.message().into(),
    })
}
