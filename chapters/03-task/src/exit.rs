use std::any::Any;
use std::fmt;

/// How a task ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It ran to its end.
    Returned,
    /// It panicked, with this message.
    Panicked(String),
    /// It was stopped from outside, at a yield.
    Killed,
}

impl Exit {
    /// Reads the message out of what [`catch_unwind`](std::panic::catch_unwind) caught.
    pub(crate) fn panicked(payload: &(dyn Any + Send)) -> Self {
        let message = payload
            .downcast_ref::<&str>()
            .map(|message| message.to_string())
            .or_else(|| payload.downcast_ref::<String>().cloned());
        Exit::Panicked(message.unwrap_or_else(|| "a panic without a message".into()))
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
