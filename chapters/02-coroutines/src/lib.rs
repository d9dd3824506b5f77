//! Values flow in as well as out, and one coroutine hands its work to another.

mod coroutine;
mod yield_from;

pub use ch01_generators::CoroutineState;
pub use coroutine::Coroutine;
