//! What happens to sockets: nothing.

use crate::Token;

/// Something that can be registered.
pub trait Source {}

/// There is none.
pub enum Event {}

impl Event {
    /// Whose it would be.
    pub fn token(&self) -> Token {
        match *self {}
    }

    /// Whether there would be something to read.
    pub fn is_readable(&self) -> bool {
        match *self {}
    }

    /// Whether there would be room to write.
    pub fn is_writable(&self) -> bool {
        match *self {}
    }

    /// Whether nothing more would come.
    pub fn is_read_closed(&self) -> bool {
        match *self {}
    }

    /// Whether nothing more would be taken.
    pub fn is_write_closed(&self) -> bool {
        match *self {}
    }

    /// Whether the socket would have failed.
    pub fn is_error(&self) -> bool {
        match *self {}
    }
}
