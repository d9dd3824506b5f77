use crate::sockets::Sockets;
use crate::wheel::{Wheel, WheelKey};
use ch06_sleep_and_io::{Clock, TimerKey};
use ch07_future_and_handle::{Bell, Driver, EventLoop, Wakeup, driver};
use mio::{Events, Poll, Registry, Token, Waker};
use std::cell::{Cell, RefCell};
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// A virtual clock must not jump while bytes are on their way: so long, of real time,
/// nothing may arrive.
const QUIET: Duration = Duration::from_millis(5);

/// The bell's place among the sockets.
const BELL: Token = Token(usize::MAX);

/// An event loop that waits for sockets too. It goes by the clock that the environment
/// variable `CLOCK` asks for: see [`Clock::from_env`].
///
/// # Errors
///
/// If the operating system gives us no selector: mostly because too many files are open.
///
/// ```
/// let event_loop = ch08_gather_and_select::event_loop()?;
/// assert_eq!(event_loop.run_until_complete(async { 42 }), 42);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn event_loop() -> io::Result<EventLoop> {
    Ok(EventLoop::with_driver(Selector::new(Clock::from_env())?))
}

/// The driver that asks the operating system which sockets are ready. Each was
/// registered once.
pub struct Selector {
    shared: Rc<Shared>,
    poll: Poll,
    events: Events,
    bell: Arc<Doorbell>,
}

/// What the driver shares with sockets and sleepers.
pub(crate) struct Shared {
    pub(crate) wheel: RefCell<Wheel>,
    pub(crate) sockets: RefCell<Sockets>,
    pub(crate) registry: Registry,
    clock: Clock,
    /// How far a virtual clock has jumped.
    jumped: Cell<Duration>,
}

/// The running loop's.
pub(crate) fn shared() -> Rc<Shared> {
    driver(|selector: &mut Selector| selector.shared.clone())
        .expect("an event loop made by ch08_gather_and_select::event_loop")
}

impl Selector {
    /// A selector that goes by this clock.
    ///
    /// # Errors
    ///
    /// If the operating system gives us none: mostly because too many files are open.
    pub fn new(clock: Clock) -> io::Result<Self> {
        let poll = Poll::new()?;
        let shared = Shared {
            wheel: RefCell::new(Wheel::new()),
            sockets: RefCell::default(),
            registry: poll.registry().try_clone()?,
            clock,
            jumped: Cell::default(),
        };
        Ok(Selector {
            shared: Rc::new(shared),
            bell: Arc::new(Doorbell(Waker::new(poll.registry(), BELL)?)),
            events: Events::with_capacity(1024),
            poll,
        })
    }

    /// How long to sleep in the operating system. `None`: until something happens.
    fn patience(&self, block: bool) -> Option<Duration> {
        if !block {
            return Some(Duration::ZERO);
        }
        let deadline = self.shared.wheel.borrow().next_deadline()?;
        Some(match self.shared.clock {
            Clock::System(_) => deadline.saturating_sub(self.now()),
            Clock::Virtual(_) if self.shared.sockets.borrow().is_empty() => {
                Duration::ZERO
            }
            Clock::Virtual(_) => QUIET,
        })
    }

    /// Asks the operating system.
    fn poll(&mut self, block: bool) {
        loop {
            let patience = self.patience(block);
            match self.poll.poll(&mut self.events, patience) {
                Ok(()) => return,
                // A signal came in between. It is not what we were waiting for.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => panic!("the selector has failed: {error}"),
            }
        }
    }

    /// All wait, and nothing has arrived: a virtual clock jumps to the next deadline.
    fn pass_time(&self) {
        if let Clock::Virtual(_) = self.shared.clock
            && self.events.is_empty()
            && let Some(deadline) = self.shared.wheel.borrow().next_deadline()
        {
            self.shared.jumped.set(deadline.max(self.now()));
        }
    }
}

impl Shared {
    pub(crate) fn now(&self) -> Duration {
        self.clock.now() + self.jumped.get()
    }
}

impl Driver for Selector {
    fn now(&self) -> Duration {
        self.shared.now()
    }

    fn set_timer(&mut self, deadline: Duration, wakeup: Wakeup) -> TimerKey {
        let key = self.shared.wheel.borrow_mut().insert(deadline, wakeup);
        TimerKey { deadline: Duration::from_millis(key.tick), number: key.id.into() }
    }

    fn cancel_timer(&mut self, key: TimerKey) -> Option<Wakeup> {
        let (tick, id) = (key.deadline.as_millis() as u64, key.number as u32);
        self.shared.wheel.borrow_mut().cancel(WheelKey { tick, id })
    }

    fn wait(&mut self, block: bool, woken: &mut Vec<Wakeup>) {
        self.poll(block);
        let mut sockets = self.shared.sockets.borrow_mut();
        for event in self.events.iter().filter(|event| event.token() != BELL) {
            woken.extend(sockets.ready(event));
        }
        if block {
            self.pass_time();
        }
        let now = self.now();
        self.shared.wheel.borrow_mut().pop_due(now, |wakeup| woken.push(wakeup));
    }

    fn bell(&self) -> Arc<dyn Bell> {
        self.bell.clone()
    }
}

/// Ends a sleep in the selector.
struct Doorbell(Waker);

impl Bell for Doorbell {
    fn ring(&self) {
        // It can fail only if the selector is gone, and then nobody sleeps in it.
        let _ = self.0.wake();
    }
}
