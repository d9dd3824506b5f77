//! The compiler writes the state machines: `async` and `.await`, and an event loop that
//! runs them, in asyncio's order.

mod bridge;
mod core;
mod driver;
mod event_loop;
mod handle;
mod job;
mod oneshot;
mod remote;
mod running;
mod sleep;
mod slots;
mod task;
mod trace;
mod turns;
mod waker;
mod watch;

pub use bridge::{AsCoroutine, call};
pub use driver::{Bell, Driver, ThreadDriver};
pub use event_loop::EventLoop;
pub use handle::{Handle, TimerHandle};
pub use oneshot::{Cancelled, Receiver, Sender, oneshot};
pub use running::{call_at, call_later, call_soon, driver, spawn, stop, time};
pub use sleep::{YieldNow, sleep, yield_now};
pub use task::{JoinError, Task};
pub use waker::Wakeup;
