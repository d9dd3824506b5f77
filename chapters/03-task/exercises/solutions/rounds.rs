//! Two flags for two tasks, three for three: the loop of this chapter does not
//! grow. A list does.

use ch02_coroutines::CoroutineState::{Complete, Yielded};
use ch03_task::{Exit, Task, Tid};

/// Runs `tasks` for at most so many rounds, and reports who ended how.
///
/// In a round every task that is still alive gets one turn, in the order of the
/// list. A task that has ended gets no further turn. Whoever is alive after the
/// last round is dropped, which counts as [`Exit::Killed`].
///
/// The reports come in the order in which the tasks ended; the killed ones
/// last, in the order of the list.
///
/// It need not stop early when nobody is left: rounds without tasks are short.
pub fn run_rounds(mut tasks: Vec<Task>, rounds: usize) -> Vec<(Tid, Exit)> {
    // TODO: go round, take out who has ended, and report the rest as killed
    let mut exits = Vec::new();
    for _ in 0..rounds {
        tasks.retain_mut(|task| match task.resume() {
            Yielded(()) => true,
            Complete(exit) => {
                exits.push((task.tid(), exit));
                false
            }
        });
    }
    exits.extend(tasks.iter().map(|task| (task.tid(), Exit::Killed)));
    exits
    // END
}
