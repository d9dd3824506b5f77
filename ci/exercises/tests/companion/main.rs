//! The companion, run as a reader runs it, in a book of a few lines.

mod hints;
mod list;
mod mini;
mod stubs;
mod verify;
mod watch;
