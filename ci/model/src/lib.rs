//! Random programs of tasks, and what must come of them.
//!
//! A [`Program`] says what its tasks do. A chapter's tests run it on the chapter's layer,
//! and note a line for each thing that happens. The reference models run it as well:
//! [`kernel`] as the kernel of chapters 05 and 06 must, [`event_loop`] as asyncio does.
//! They are slow and plain. The lines must be the same.
//!
//! ```
//! use model::{for_kernel, kernel, search};
//!
//! # fn run_it_for_real(program: &model::Program) -> Vec<String> { kernel(program).log }
//! let found = search(100, &for_kernel(), |program| {
//!     kernel(program).expect(program, &run_it_for_real(program))
//! });
//! assert_eq!(found, Ok(()));
//! ```

mod event_loop;
mod kernel;
mod outcome;
mod program;
mod python;
mod random;

pub use event_loop::{event_loop, quick_event_loop};
pub use kernel::kernel;
pub use outcome::Outcome;
pub use program::{Act, CHANNELS, FOREVER, Program, closing, duration};
pub use python::{on_asyncio, python};
pub use random::{
    MANY, for_asyncio, for_event_loop, for_kernel, for_tasks, portable, search,
};
