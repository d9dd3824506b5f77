use crate::driver::Driver;
use crate::handle::Hold;
use crate::job::{Job, contain};
use crate::remote::Remote;
use crate::slots::{NO_SLOT, Slots};
use crate::waker::SlotWaker;
use crate::watch::Watch;
use std::cell::{Cell, RefCell};
use std::mem;
use std::pin::Pin;
use std::ptr;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{self, Receiver};
use std::task::{Context, Poll};

/// Nobody is polled: `polling` between two turns.
const BETWEEN_TURNS: (*const (), u32) = (ptr::null(), NO_SLOT);

/// What a loop shares with its tasks and handles.
pub(crate) struct Core {
    pub(crate) slots: RefCell<Slots>,
    /// Whose turn it is: what its `Waker` points to, and its slot.
    pub(crate) polling: Cell<(*const (), u32)>,
    pub(crate) driver: RefCell<Box<dyn Driver>>,
    pub(crate) remote: Arc<Remote>,
    /// What other threads want woken.
    inbox: Receiver<u32>,
    /// Whether `stop` has been called.
    pub(crate) stopping: Cell<bool>,
    pub(crate) watch: Watch,
}

impl Core {
    pub(crate) fn new(driver: Box<dyn Driver>) -> Self {
        let (sender, inbox) = mpsc::channel();
        let bell = driver.bell();
        let remote = Remote { inbox: sender, parked: AtomicBool::new(false), bell };
        Core {
            slots: RefCell::default(),
            polling: Cell::new(BETWEEN_TURNS),
            driver: RefCell::new(driver),
            remote: Arc::new(remote),
            inbox,
            stopping: Cell::new(false),
            watch: Watch::default(),
        }
    }

    /// Gives a job a slot. Panics if there is none: then the job is dropped, which is foreign
    /// code, so nothing is borrowed any more.
    pub(crate) fn add(self: &Rc<Self>, job: Pin<Box<dyn Job>>) -> Hold {
        self.slots.borrow().check_limit();
        let slot = self.slots.borrow_mut().add(job);
        Hold { slot, core: self.clone() }
    }

    /// Gives a job a slot, and puts it at the back of the ready queue.
    pub(crate) fn start(self: &Rc<Self>, job: Pin<Box<dyn Job>>) -> Hold {
        let hold = self.add(job);
        self.slots.borrow_mut().wake(hold.slot);
        hold
    }

    /// Whether nothing is left to do but to wait.
    pub(crate) fn is_idle(&self) -> bool {
        self.slots.borrow().ready.is_empty() && !self.stopping.get()
    }

    /// Wakes whom other threads want woken. Says whether there was anybody.
    pub(crate) fn read_inbox(&self) -> bool {
        let mut any = false;
        for slot in self.inbox.try_iter() {
            self.slots.borrow_mut().wake(slot);
            any = true;
        }
        any
    }

    /// One turn of one slot. While its code runs, nothing is borrowed.
    pub(crate) fn step(&self, number: u32, spare: &mut SlotWaker) {
        let mut slots = self.slots.borrow_mut();
        let Some(mut job) = slots.start(number) else { return };
        let cancelled = slots.get(number).cancelled;
        let mut waker = slots.get(number).take_waker();
        drop(slots);

        let poll = if cancelled {
            job.as_mut().cancel();
            Poll::Ready("cancelled")
        } else {
            self.poll(number, job.as_mut(), waker.as_ref().unwrap_or(spare))
        };
        if waker.is_none() && spare.is_kept() {
            let fresh = SlotWaker::new(&self.remote);
            waker = Some(mem::replace(spare, fresh));
        }
        match poll {
            Poll::Pending => self.slots.borrow_mut().suspend(number, job, waker),
            Poll::Ready(exit) => self.end(number, job, exit),
        }
    }

    fn poll(
        &self,
        number: u32,
        job: Pin<&mut dyn Job>,
        waker: &SlotWaker,
    ) -> Poll<&'static str> {
        waker.aim(number);
        self.polling.set((waker.waker.data(), number));
        let poll = self.watch.step(job, &mut Context::from_waker(&waker.waker));
        // If the waker goes, another one may get its address.
        self.polling.set(BETWEEN_TURNS);
        poll
    }

    /// The job keeps its result until somebody takes it, or nobody can any more.
    pub(crate) fn end(&self, number: u32, job: Pin<Box<dyn Job>>, exit: &str) {
        let mut slots = self.slots.borrow_mut();
        slots.lanes.complete(number, exit);
        let slot = slots.get(number);
        slot.ended = true;
        let joiner = slot.take_joiner();
        let waker = slot.take_waker();
        if slot.held {
            slot.job = Some(job);
            drop(slots);
        } else {
            slots.release(number);
            drop(slots);
            contain(|| drop(job));
        }
        drop(waker);
        self.wake(joiner);
    }
}
