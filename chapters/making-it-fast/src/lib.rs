//! From the textbook loop to the real one: a step at a time, and what each is worth.

mod echoes;
mod measure;
mod statistics;
mod steps;
mod timers;
mod turns;

pub use measure::{Effort, Row, Table, measure};
pub use steps::{
    Asking, Batches, Bell, Local, OneBox, Real, SlotNumbers, Spare, Step, Textbook,
};
pub use turns::yields;
