use crate::sockets::{Direction, Got, Registered};
use mio::net;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, ToSocketAddrs};
use std::rc::Rc;

/// Waits for connections.
///
/// ```
/// use ch07_future_and_handle::spawn;
/// use ch08_gather_and_select::{TcpListener, TcpStream, event_loop};
///
/// # fn main() -> std::io::Result<()> {
/// event_loop()?.run_until_complete(async {
///     let listener = TcpListener::bind("127.0.0.1:0")?;
///     let address = listener.local_addr()?;
///     spawn(async move {
///         let client = TcpStream::connect(address).await?;
///         client.write_all(b"hello").await
///     });
///     let (server, _) = listener.accept().await?;
///     let mut buffer = [0; 16];
///     let read = server.read(&mut buffer).await?;
///     assert_eq!(&buffer[..read], b"hello");
///     Ok(())
/// })
/// # }
/// ```
pub struct TcpListener(Registered<net::TcpListener>);

impl TcpListener {
    /// Listens at this address. Port 0 lets the operating system choose one.
    ///
    /// A name is looked up while everything else waits: write numbers.
    ///
    /// # Errors
    ///
    /// If the address is wrong, in use, or not ours, or too many files are open.
    ///
    /// # Panics
    ///
    /// If the running event loop is not one that [`event_loop`](crate::event_loop) has
    /// made.
    pub fn bind(address: impl ToSocketAddrs) -> io::Result<Self> {
        TcpListener::from_std(std::net::TcpListener::bind(address)?)
    }

    /// Takes over a listener of std.
    ///
    /// # Errors
    ///
    /// If the operating system refuses to watch it.
    pub fn from_std(listener: std::net::TcpListener) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        Registered::new(net::TcpListener::from_std(listener)).map(TcpListener)
    }

    /// Waits for the next connection, and says who it is.
    ///
    /// # Errors
    ///
    /// If this connection has failed, or too many files are open. The listener is as good
    /// as before: close something, or wait a little, and try again.
    pub async fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        let accept = |listener: &net::TcpListener| Ok(Got(listener.accept()?, false));
        let (stream, peer) = self.0.when_ready(Direction::Read, accept).await?;
        Ok((TcpStream(Registered::new(stream)?), peer))
    }

    /// Where it listens.
    ///
    /// # Errors
    ///
    /// If the operating system does not say.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.socket.local_addr()
    }
}

/// A connection. One task may read from it while another writes to it.
///
/// See [`TcpListener`] for an example.
pub struct TcpStream(Registered<net::TcpStream>);

impl TcpStream {
    /// Connects to this address.
    ///
    /// # Errors
    ///
    /// If nobody listens there, or nobody answers; or too many files are open.
    ///
    /// # Panics
    ///
    /// If the running event loop is not one that [`event_loop`](crate::event_loop) has
    /// made.
    pub async fn connect(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream(Registered::new(net::TcpStream::connect(address)?)?);
        let connected = |socket: &net::TcpStream| {
            if let Some(error) = socket.take_error()? {
                return Err(error);
            }
            match socket.peer_addr() {
                // Neither an error nor a peer: not yet.
                Err(error) if error.kind() == ErrorKind::NotConnected => {
                    Err(ErrorKind::WouldBlock.into())
                }
                peer => peer.map(|_| Got((), false)),
            }
        };
        stream.0.when_ready(Direction::Write, connected).await?;
        Ok(stream)
    }

    /// Takes over a stream of std.
    ///
    /// # Errors
    ///
    /// If the operating system refuses to watch it.
    pub fn from_std(stream: std::net::TcpStream) -> io::Result<Self> {
        stream.set_nonblocking(true)?;
        Registered::new(net::TcpStream::from_std(stream)).map(TcpStream)
    }

    /// Waits until there are bytes, and puts as many as there are, and fit, into the
    /// buffer. Says how many. 0: there will be no more.
    ///
    /// # Errors
    ///
    /// If the connection is broken.
    pub async fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = |mut socket: &net::TcpStream| {
            let n = socket.read(buffer)?;
            // A buffer that is not full has got all there was.
            Ok(Got(n, 0 < n && n < buffer.len()))
        };
        self.0.when_ready(Direction::Read, read).await
    }

    /// Waits until there is room, and writes as many bytes as there is room for. Says how
    /// many.
    ///
    /// # Errors
    ///
    /// If the connection is broken, or the other side has hung up.
    pub async fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        let write = |mut socket: &net::TcpStream| {
            let n = socket.write(bytes)?;
            Ok(Got(n, n < bytes.len()))
        };
        self.0.when_ready(Direction::Write, write).await
    }

    /// Writes as many bytes as there is room for now, without waiting. Says how many.
    ///
    /// # Errors
    ///
    /// [`WouldBlock`](ErrorKind::WouldBlock), if there is no room; or if the connection is
    /// broken, or the other side has hung up.
    pub fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        (&self.0.socket).write(bytes)
    }

    /// Writes all of the bytes.
    ///
    /// # Errors
    ///
    /// If the connection is broken, or the other side has hung up. Some of the bytes may
    /// have been sent.
    pub async fn write_all(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let n = self.write(bytes).await?;
            bytes = &bytes[n..];
        }
        Ok(())
    }

    /// Closes one direction, or both. The other side reads to the end of what we wrote.
    ///
    /// # Errors
    ///
    /// If it is not connected any more.
    pub fn shutdown(&self, how: Shutdown) -> io::Result<()> {
        self.0.socket.shutdown(how)
    }

    /// With `true`, small messages go out at once, and do not wait for an answer to the
    /// one before.
    ///
    /// # Errors
    ///
    /// If the operating system refuses.
    pub fn set_nodelay(&self, on: bool) -> io::Result<()> {
        self.0.socket.set_nodelay(on)
    }

    /// Our own address.
    ///
    /// # Errors
    ///
    /// If the operating system does not say.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.socket.local_addr()
    }

    /// Who is at the other end.
    ///
    /// # Errors
    ///
    /// If it is not connected any more.
    pub fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.socket.peer_addr()
    }

    /// Two halves, for two tasks. When the one that writes is dropped, the other side
    /// reads to the end.
    pub fn split(self) -> (ReadHalf, WriteHalf) {
        let stream = Rc::new(self);
        (ReadHalf(stream.clone()), WriteHalf(stream))
    }
}

/// The half that reads.
pub struct ReadHalf(Rc<TcpStream>);

impl ReadHalf {
    /// As [`TcpStream::read`].
    ///
    /// # Errors
    ///
    /// If the connection is broken.
    pub async fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).await
    }
}

/// The half that writes.
pub struct WriteHalf(Rc<TcpStream>);

impl WriteHalf {
    /// As [`TcpStream::write_all`].
    ///
    /// # Errors
    ///
    /// If the connection is broken, or the other side has hung up.
    pub async fn write_all(&self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes).await
    }
}

impl Drop for WriteHalf {
    fn drop(&mut self) {
        // If it fails, the connection is gone already.
        let _ = self.0.shutdown(Shutdown::Write);
    }
}
