use crate::selector::{Shared, shared};
use ch07_future_and_handle::Wakeup;
use mio::event::{Event, Source};
use mio::{Interest, Token};
use std::future::poll_fn;
use std::io::{self, ErrorKind};
use std::mem;
use std::rc::Rc;
use std::task::Poll;

/// So many tries of a task may succeed in a row. Then others get a turn.
const TRIES: u8 = 64;

/// What we know about each socket: whether it may be ready, and who waits for it.
#[derive(Default)]
pub(crate) struct Sockets {
    sockets: Vec<[Way; 2]>,
    free: Vec<usize>,
}

/// Into a socket, or out of it.
#[derive(Clone, Copy)]
pub(crate) enum Direction {
    Read = 0,
    Write = 1,
}

/// One direction of a socket.
struct Way {
    /// Whether a try may succeed: nobody has been told to wait since the last news.
    ready: bool,
    /// Whether the other side has closed it. Then every try has an answer.
    closed: bool,
    /// How many tries are left before others get a turn.
    tries: u8,
    waiter: Wakeup,
}

/// What a try has got, and whether there is no more to be had for now.
pub(crate) struct Got<R>(pub(crate) R, pub(crate) Drained);

pub(crate) type Drained = bool;

/// A socket, registered once, for both directions.
pub(crate) struct Registered<S: Source> {
    pub(crate) socket: S,
    number: usize,
    shared: Rc<Shared>,
}

impl Sockets {
    pub(crate) fn is_empty(&self) -> bool {
        self.sockets.len() == self.free.len()
    }

    /// Takes in news from the selector. Says who can go on.
    pub(crate) fn ready(&mut self, event: &Event) -> [Wakeup; 2] {
        let news = [
            (event.is_readable(), event.is_read_closed() || event.is_error()),
            (event.is_writable(), event.is_write_closed() || event.is_error()),
        ];
        let ways = &mut self.sockets[event.token().0];
        [Direction::Read, Direction::Write].map(|direction| {
            let way = &mut ways[direction as usize];
            let (ready, closed) = news[direction as usize];
            way.closed |= closed;
            way.ready |= ready || closed;
            if way.ready { way.waiter.take() } else { Wakeup::NOBODY }
        })
    }

    fn add(&mut self) -> usize {
        self.free.pop().unwrap_or_else(|| {
            self.sockets.push([Way::new(), Way::new()]);
            self.sockets.len() - 1
        })
    }
}

impl Way {
    fn new() -> Self {
        Way { ready: false, closed: false, tries: TRIES, waiter: Wakeup::NOBODY }
    }

    /// A try has succeeded.
    fn succeeded(&mut self, drained: Drained) {
        // Where no more will come, there is nothing to wait for.
        self.ready = self.closed || !drained;
        self.tries -= 1;
    }

    /// Whether all tries have been used up. Then there are new ones.
    fn is_tired(&mut self) -> bool {
        let tired = self.tries == 0;
        if tired {
            self.tries = TRIES;
        }
        tired
    }

    /// Notes who waits, in place of whoever did.
    fn wait(&mut self, waiter: Wakeup) -> Wakeup {
        self.tries = TRIES;
        mem::replace(&mut self.waiter, waiter)
    }
}

impl<S: Source> Registered<S> {
    /// Tells the selector about the socket, for as long as that lives.
    pub(crate) fn new(mut socket: S) -> io::Result<Self> {
        let shared = shared();
        let number = shared.sockets.borrow_mut().add();
        let both = Interest::READABLE | Interest::WRITABLE;
        let registered = shared.registry.register(&mut socket, Token(number), both);
        let registration = Registered { socket, number, shared };
        registered.map(|()| registration)
    }

    /// Tries something as often as the socket may be ready, until it is neither told to
    /// wait nor interrupted.
    pub(crate) async fn when_ready<R>(
        &self,
        direction: Direction,
        mut attempt: impl FnMut(&S) -> io::Result<Got<R>>,
    ) -> io::Result<R> {
        poll_fn(|cx| {
            if self.way(direction, Way::is_tired) {
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            while self.way(direction, |way| way.ready) {
                match attempt(&self.socket) {
                    Ok(Got(value, drained)) => {
                        self.way(direction, |way| way.succeeded(drained));
                        return Poll::Ready(Ok(value));
                    }
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(error) if error.kind() == ErrorKind::WouldBlock => {
                        self.way(direction, |way| way.ready = false);
                    }
                    Err(error) => return Poll::Ready(Err(error)),
                }
            }
            let wakeup = Wakeup::of(cx);
            drop(self.way(direction, |way| way.wait(wakeup)));
            Poll::Pending
        })
        .await
    }

    fn way<R>(&self, direction: Direction, f: impl FnOnce(&mut Way) -> R) -> R {
        f(&mut self.shared.sockets.borrow_mut().sockets[self.number]
            [direction as usize])
    }
}

impl<S: Source> Drop for Registered<S> {
    fn drop(&mut self) {
        let _ = self.shared.registry.deregister(&mut self.socket);
        let mut sockets = self.shared.sockets.borrow_mut();
        let fresh = [Way::new(), Way::new()];
        let ways = mem::replace(&mut sockets.sockets[self.number], fresh);
        sockets.free.push(self.number);
        drop(sockets);
        // A waker is foreign code: not while the table is borrowed.
        drop(ways);
    }
}
