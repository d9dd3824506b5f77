//! Values flow in as well as out, and one coroutine hands its work to another.

mod ask_number;
mod coroutine;
mod yield_from;

pub use ask_number::AskNumber;
pub use ch01_generators::CoroutineState;
pub use coroutine::Coroutine;
