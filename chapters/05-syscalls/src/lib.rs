//! Tasks ask, the kernel answers.

mod calls;
mod deadlock;
mod device;
mod kernel;
mod reply;
mod syscall;
mod waits;

pub use calls::{GetTid, KillTask, NewTask, WaitTask, Yield};
pub use deadlock::{Deadlock, Stuck};
pub use device::Device;
pub use kernel::Kernel;
pub use reply::{Refusal, Reply};
pub use syscall::{SystemCall, Trap, trap};
