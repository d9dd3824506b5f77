use super::locked::Locked;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Wake, Waker};

/// What a slot holds.
pub(super) type Held = Pin<Box<dyn Job>>;

/// Something that takes turns.
pub(super) trait Job {
    fn turn(self: Pin<&mut Self>, cx: &mut Context) -> Poll<()>;

    /// Moves the result into `to`, if this is where it lies.
    fn take(self: Pin<&mut Self>, _to: &mut dyn Any) {}
}

impl<F: Future<Output = ()>> Job for F {
    fn turn(self: Pin<&mut Self>, cx: &mut Context) -> Poll<()> {
        self.poll(cx)
    }
}

/// What a loop shares with its tasks.
#[derive(Default)]
pub(super) struct Core {
    pub(super) slots: RefCell<Slots>,
    /// Slots that other threads want woken.
    inbox: Arc<Locked<u32>>,
    /// Whether the root is complete.
    pub(super) done: Cell<bool>,
}

#[derive(Default)]
pub(super) struct Slots {
    slots: Vec<Slot>,
    /// Which of them are empty.
    free: Vec<u32>,
    pub(super) ready: VecDeque<u32>,
}

#[derive(Default)]
pub(super) struct Slot {
    /// Not here while it runs.
    pub(super) job: Option<Held>,
    pub(super) waker: Option<SlotWaker>,
    /// Who awaits the end.
    pub(super) joiner: Option<Waker>,
    /// Whether it is in the ready queue.
    queued: bool,
    /// Whether somebody will want the result from here.
    pub(super) held: bool,
    pub(super) ended: bool,
}

impl Slots {
    pub(super) fn get(&mut self, number: u32) -> &mut Slot {
        &mut self.slots[number as usize]
    }

    /// Finds a place for a job, and puts its number at the back of the queue.
    pub(super) fn add(&mut self, job: Held, held: bool) -> u32 {
        let slot = Slot { job: Some(job), held, ..Slot::default() };
        let number = self.free.pop().unwrap_or_else(|| {
            self.slots.push(Slot::default());
            (self.slots.len() - 1) as u32
        });
        *self.get(number) = slot;
        self.wake(number);
        number
    }

    fn wake(&mut self, number: u32) {
        let slot = self.get(number);
        if !slot.queued && !slot.ended {
            slot.queued = true;
            self.ready.push_back(number);
        }
    }

    /// Takes out all jobs.
    fn clear(&mut self) -> Vec<Option<Held>> {
        self.slots.iter_mut().map(|slot| slot.job.take()).collect()
    }

    /// Gives the slot away, if nobody needs it.
    pub(super) fn release(&mut self, number: u32) {
        let slot = self.get(number);
        if slot.ended && !slot.held && !slot.queued {
            self.free.push(number);
        }
    }
}

impl Core {
    /// A turn begins: takes out the job, and the waker, if it has one.
    pub(super) fn start(&self, number: u32) -> Option<(Held, Option<SlotWaker>)> {
        let mut slots = self.slots.borrow_mut();
        let slot = slots.get(number);
        slot.queued = false;
        if slot.ended {
            slots.release(number);
            return None;
        }
        slot.job.take().map(|job| (job, slot.waker.take()))
    }

    /// A turn is over: puts back what will be needed.
    pub(super) fn finish(
        &self,
        number: u32,
        poll: Poll<()>,
        job: Held,
        waker: Option<SlotWaker>,
    ) {
        let mut slots = self.slots.borrow_mut();
        let slot = slots.get(number);
        if poll.is_pending() {
            (slot.job, slot.waker) = (Some(job), waker);
            return;
        }
        slot.ended = true;
        let joiner = slot.joiner.take();
        let dropped = if slot.held { slot.job.replace(job) } else { Some(job) };
        slots.release(number);
        // Foreign code, so not while the slots are borrowed.
        drop(slots);
        drop((dropped, waker));
        joiner.into_iter().for_each(Waker::wake);
    }

    /// Wakes whom other threads want woken.
    pub(super) fn read_inbox(&self) {
        while let Some(number) = self.inbox.try_pop() {
            self.slots.borrow_mut().wake(number);
        }
    }

    /// Nobody is ready: sleeps until another thread wakes somebody.
    pub(super) fn sleep(&self) {
        let number = self.inbox.pop();
        self.slots.borrow_mut().wake(number);
    }
}

/// A `Waker`, and which slot it wakes.
pub(super) struct SlotWaker {
    pub(super) signal: Arc<Signal>,
    pub(super) waker: Waker,
}

/// What the waker's clones share.
pub(super) struct Signal {
    inbox: Arc<Locked<u32>>,
    slot: AtomicU32,
}

impl SlotWaker {
    pub(super) fn new(core: &Core, slot: u32) -> Self {
        let signal = Signal { inbox: core.inbox.clone(), slot: AtomicU32::new(slot) };
        let signal = Arc::new(signal);
        SlotWaker { waker: signal.clone().into(), signal }
    }

    /// From now on it wakes this slot.
    pub(super) fn aim(&self, slot: u32) {
        self.signal.slot.store(slot, Ordering::Relaxed);
    }
}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let slot = self.slot.load(Ordering::Relaxed);
        RUNNING.with_borrow(|running| match running {
            Some(core) if Arc::ptr_eq(&core.inbox, &self.inbox) => {
                core.slots.borrow_mut().wake(slot);
            }
            _ => self.inbox.push(slot),
        });
    }
}

thread_local! {
    static RUNNING: RefCell<Option<Rc<Core>>> = const { RefCell::new(None) };
}

pub(super) fn running<R>(f: impl FnOnce(&Rc<Core>) -> R) -> R {
    RUNNING.with_borrow(|core| f(core.as_ref().expect("a running loop")))
}

/// Spawns the root, and lets `turns` run until that is complete.
pub(super) fn run<F>(root: F, turns: impl FnOnce(&Core)) -> F::Output
where
    F: Future<Output: 'static> + 'static,
{
    let core = Rc::new(Core::default());
    RUNNING.set(Some(core.clone()));
    let output = Rc::new(Cell::new(None));
    let (to, end) = (output.clone(), core.clone());
    let root = Box::pin(async move {
        to.set(Some(root.await));
        end.done.set(true);
    });
    core.slots.borrow_mut().add(root, false);
    turns(&core);
    RUNNING.set(None);
    // Tasks that are left hold the loop, and the loop holds them.
    let left = core.slots.borrow_mut().clear();
    drop(left);
    output.take().expect("the root is complete")
}
