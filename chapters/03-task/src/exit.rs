use std::any::Any;
use std::{fmt, mem};

/// How a task ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It ran to its end.
    Returned,
    /// It panicked, with this message.
    Panicked(String),
    /// It was dropped from outside, at a yield or before its first turn.
    Killed,
}

impl Exit {
    /// Reads the message out of what [`catch_unwind`](std::panic::catch_unwind) caught.
    pub(crate) fn panicked(payload: Box<dyn Any + Send>) -> Self {
        let message = match payload.downcast::<String>() {
            Ok(message) => *message,
            Err(payload) => match payload.downcast_ref::<&str>() {
                Some(message) => message.to_string(),
                None => {
                    // Its own `drop` might panic, and nobody would catch that.
                    mem::forget(payload);
                    "a panic without a message".into()
                }
            },
        };
        Exit::Panicked(message)
    }
}

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Exit::Returned => f.write_str("returned"),
            Exit::Panicked(message) => write!(f, "panicked: {message}"),
            Exit::Killed => f.write_str("was killed"),
        }
    }
}
