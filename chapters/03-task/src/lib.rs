//! A coroutine with an identity, behind one type.

mod exit;
mod task;
mod tid;

pub use exit::Exit;
pub use task::Task;
pub use tid::Tid;
