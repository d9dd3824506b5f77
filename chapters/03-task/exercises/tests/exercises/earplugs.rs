use ch01_generators::Countdown;
use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch03_task::{Task, Tid};
use evidence::assert_lines;
use ex03_task::earplugs::Earplugs;

/// Yields what it is told.
struct Echo;

impl Coroutine<Option<u32>> for Echo {
    type Yield = u32;
    type Return = ();

    fn resume_with(&mut self, told: Option<u32>) -> CoroutineState<u32, ()> {
        Yielded(told.unwrap_or(0))
    }
}

#[test]
fn a_countdown_sits_in_a_list_that_is_told_numbers() {
    let clock = Earplugs { generator: Countdown::from(2) };
    let mut tasks: [Task<u32, Option<u32>>; 2] =
        [Task::new(Tid::new(1), "echo", Echo), Task::new(Tid::new(2), "clock", clock)];
    let mut log = String::new();
    'launch: for told in [70, 80, 90] {
        for task in &mut tasks {
            task.set_send_value(Some(told));
            match task.resume() {
                Yielded(number) => log += &format!("{}: {number}\n", task.name()),
                Complete(exit) => {
                    log += &format!("{} {exit}", task.name());
                    break 'launch;
                }
            }
        }
    }
    assert_lines(
        "the echo repeats what it is told; the clock counts down from 2 whatever it is told, and ends",
        &log,
        "echo: 70\nclock: 2\necho: 80\nclock: 1\necho: 90\nclock returned",
    );
}

#[test]
fn it_may_be_told_anything() {
    let mut clock = Earplugs { generator: Countdown::from(2) };
    let first = clock.resume_with("a word");
    let second = clock.resume_with(vec![1.5, 2.5]);
    let third = clock.resume_with(());
    assert_eq!(
        (first, second, third),
        (Yielded(2), Yielded(1), Complete(())),
        "told a word, a Vec and nothing, a countdown from 2 says 2, says 1 and completes"
    );
}
