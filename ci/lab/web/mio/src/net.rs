//! Sockets that nobody can make.

use crate::event::Source;
use std::convert::Infallible;
use std::io::{Error, ErrorKind, Read, Result, Write};
use std::net::{self, Shutdown, SocketAddr};

/// There is none.
pub struct TcpListener(Infallible);

impl Source for TcpListener {}

impl TcpListener {
    /// Is never called: the standard library has no sockets, either.
    pub fn from_std(_: net::TcpListener) -> Self {
        unreachable!("a listener, where there are no sockets")
    }

    /// Is never called.
    pub fn accept(&self) -> Result<(TcpStream, SocketAddr)> {
        match self.0 {}
    }

    /// Is never called.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        match self.0 {}
    }
}

/// There is none.
pub struct TcpStream(Infallible);

impl Source for TcpStream {}

impl TcpStream {
    /// Is never called: the standard library has no sockets, either.
    pub fn from_std(_: net::TcpStream) -> Self {
        unreachable!("a connection, where there are no sockets")
    }

    /// An error.
    pub fn connect(_: SocketAddr) -> Result<Self> {
        Err(ErrorKind::Unsupported.into())
    }

    /// Is never called.
    pub fn take_error(&self) -> Result<Option<Error>> {
        match self.0 {}
    }

    /// Is never called.
    pub fn peer_addr(&self) -> Result<SocketAddr> {
        match self.0 {}
    }

    /// Is never called.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        match self.0 {}
    }

    /// Is never called.
    pub fn shutdown(&self, _: Shutdown) -> Result<()> {
        match self.0 {}
    }

    /// Is never called.
    pub fn set_nodelay(&self, _: bool) -> Result<()> {
        match self.0 {}
    }
}

impl Read for &TcpStream {
    fn read(&mut self, _: &mut [u8]) -> Result<usize> {
        match self.0 {}
    }
}

impl Write for &TcpStream {
    fn write(&mut self, _: &[u8]) -> Result<usize> {
        match self.0 {}
    }

    fn flush(&mut self) -> Result<()> {
        match self.0 {}
    }
}
