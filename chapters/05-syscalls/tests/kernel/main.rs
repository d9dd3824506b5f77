//! What the kernel promises to tasks, to devices, and to whoever runs it.

mod deadlock;
mod device;
mod ends;
mod random;
mod replies;
mod world;
