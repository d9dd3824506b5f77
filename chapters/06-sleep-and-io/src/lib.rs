//! Waiting without spinning: a clock, timers, and sockets that say when they are ready.

mod calls;
mod clock;
mod reactor;
mod timers;

pub use calls::{Sleep, WaitRead, WaitWrite};
pub use clock::Clock;
pub use reactor::Reactor;
pub use timers::{TimerKey, Timers};
