//! What chapter 08 uses of mio, where there are no sockets.

pub mod event;
pub mod net;

use event::{Event, Source};
use std::io::Result;
use std::ops::BitOr;
use std::slice;
use std::time::Duration;

/// Names a socket.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Token(pub usize);

/// What would be waited for.
pub struct Interest;

impl Interest {
    /// Something to read.
    pub const READABLE: Self = Interest;
    /// Room to write.
    pub const WRITABLE: Self = Interest;
}

impl BitOr for Interest {
    type Output = Self;

    fn bitor(self, _: Self) -> Self {
        Interest
    }
}

/// What has happened: nothing.
pub struct Events;

impl Events {
    /// Without room for any.
    pub fn with_capacity(_: usize) -> Self {
        Events
    }

    /// None.
    pub fn iter(&self) -> slice::Iter<'_, Event> {
        [].iter()
    }

    /// Always.
    pub fn is_empty(&self) -> bool {
        true
    }
}

/// A selector without sockets.
pub struct Poll(Registry);

impl Poll {
    /// A new one.
    pub fn new() -> Result<Self> {
        Ok(Poll(Registry))
    }

    /// Where nothing is registered.
    pub fn registry(&self) -> &Registry {
        &self.0
    }

    /// Nobody is ready. On a virtual clock there is no need to wait for that.
    pub fn poll(&mut self, _: &mut Events, timeout: Option<Duration>) -> Result<()> {
        assert!(timeout.is_some(), "nobody will ever be ready");
        Ok(())
    }
}

/// Where nothing is registered.
pub struct Registry;

impl Registry {
    /// Another one.
    pub fn try_clone(&self) -> Result<Self> {
        Ok(Registry)
    }

    /// Is never called: there are no sources.
    pub fn register(&self, _: &mut impl Source, _: Token, _: Interest) -> Result<()> {
        Ok(())
    }

    /// Is never called: there are no sources.
    pub fn deregister(&self, _: &mut impl Source) -> Result<()> {
        Ok(())
    }
}

/// Would end a sleep. Nobody sleeps.
pub struct Waker;

impl Waker {
    /// A new one.
    pub fn new(_: &Registry, _: Token) -> Result<Self> {
        Ok(Waker)
    }

    /// Wakes nobody.
    pub fn wake(&self) -> Result<()> {
        Ok(())
    }
}
