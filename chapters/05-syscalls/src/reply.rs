use ch03_task::{Exit, Tid};
use std::fmt;

/// What the kernel answers to a system call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reply {
    /// Done, and there is nothing to say. A task's first turn begins with it too.
    #[default]
    Done,
    /// The number that was asked for.
    Tid(Tid),
    /// The task that was waited for has ended, like this.
    Exited(Exit),
    /// The kernel did nothing, and why.
    Refused(Refusal),
}

/// Why the kernel refused a system call.
///
/// ```
/// use ch05_syscalls::Refusal;
///
/// assert_eq!(Refusal::NoSuchTask.to_string(), "no such task");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// This number has not been given to a task yet.
    NoSuchTask,
    /// The task had ended before.
    AlreadyEnded,
    /// The number is the caller's own, or a smaller one: nobody reaches what is older.
    PermissionDenied,
    /// The call needs a device, and none of its kind is attached.
    NoDevice,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Refusal::NoSuchTask => "no such task",
            Refusal::AlreadyEnded => "the task has already ended",
            Refusal::PermissionDenied => "permission denied",
            Refusal::NoDevice => "no device is attached that can do this",
        })
    }
}
