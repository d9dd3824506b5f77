//! Functions that stop halfway: state machines, written by hand.

mod countdown;
mod generator;
mod resumes;

pub use countdown::Countdown;
pub use generator::{CoroutineState, Generator};
pub use resumes::Resumes;
