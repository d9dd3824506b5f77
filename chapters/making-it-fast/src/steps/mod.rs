mod arcs;
mod asking;
mod batches;
mod bell;
mod core;
mod join;
mod local;
mod locked;
mod one_box;
mod real;
mod slot_numbers;
mod spare;
mod textbook;

pub use asking::Asking;
pub use batches::Batches;
pub use bell::Bell;
pub use local::Local;
pub use one_box::OneBox;
pub use real::Real;
pub use slot_numbers::SlotNumbers;
pub use spare::Spare;
pub use textbook::Textbook;

/// A loop on the way from the textbook's to the real one.
///
/// ```
/// use making_it_fast::{Spare, Step};
///
/// let sum = Spare::run(async {
///     let one = Spare::spawn(async { 1 });
///     let two = Spare::spawn(async { 2 });
///     one.await + two.await
/// });
/// assert_eq!(sum, 3);
/// ```
pub trait Step: 'static {
    /// What the tables call it.
    const NAME: &'static str;

    /// Awaits the end of a task.
    type Join<T: Send + 'static>: Future<Output = T>;

    /// Runs a future, and the tasks that it spawns, until it is complete.
    fn run<F: Future<Output: 'static> + 'static>(root: F) -> F::Output;

    /// Runs a future as a task of its own. Only within [`run`](Step::run).
    fn spawn<F>(future: F) -> Self::Join<F::Output>
    where
        F: Future<Output: Send + 'static> + Send + 'static;
}
