use crate::Wakeup;
use crate::job::Job;
use crate::trace::Lanes;
use crate::waker::SlotWaker;
use std::mem;
use std::pin::Pin;
use std::task::Waker;

/// The number that no slot has.
pub(crate) const NO_SLOT: u32 = u32::MAX;

/// All that a loop can run, and what of it is ready.
#[derive(Default)]
pub(crate) struct Slots {
    slots: Vec<Slot>,
    /// Which of them are empty.
    free: Vec<u32>,
    /// The ready queue.
    pub(crate) ready: Vec<u32>,
    /// How many there may be, if somebody has set a limit.
    pub(crate) limit: Option<usize>,
    pub(crate) lanes: Lanes,
}

/// A place for one task or one callback. When that has gone, another gets the place.
pub(crate) struct Slot {
    /// Not here while it runs, nor after its result has been taken.
    pub(crate) job: Option<Pin<Box<dyn Job>>>,
    /// What few of them need.
    rare: Option<Box<Rare>>,
    /// The slot that awaits the end of this one.
    joiner: u32,
    /// Whether it is in the ready queue.
    queued: bool,
    /// Whether a `Task` or a handle refers to it.
    pub(crate) held: bool,
    /// Whether it is to be ended at its next turn.
    pub(crate) cancelled: bool,
    /// Whether it has ended. If the job is still here, it holds the result.
    pub(crate) ended: bool,
}

#[derive(Default)]
struct Rare {
    /// Its own waker, if somebody has kept a clone of it.
    waker: Option<SlotWaker>,
    /// Who awaits its end, if that is not a slot.
    joiner: Option<Waker>,
}

impl Slots {
    /// Finds a place for a job, to which somebody refers.
    pub(crate) fn add(&mut self) -> u32 {
        let slot = Slot {
            job: None,
            rare: None,
            joiner: NO_SLOT,
            queued: false,
            held: true,
            cancelled: false,
            ended: false,
        };
        if let Some(number) = self.free.pop() {
            self.slots[number as usize] = slot;
            return number;
        }
        let number = self.slots.len();
        if let Some(limit) = self.limit {
            assert!(
                number < limit,
                "the event loop may hold {limit} tasks, and is full"
            );
        }
        self.slots.push(slot);
        number as u32
    }

    pub(crate) fn get(&mut self, number: u32) -> &mut Slot {
        &mut self.slots[number as usize]
    }

    /// Puts a slot at the back of the ready queue, unless it is in there, or has ended.
    #[inline]
    pub(crate) fn wake(&mut self, number: u32) {
        if let Some(slot) = self.slots.get_mut(number as usize)
            && !slot.queued
            && !slot.ended
        {
            slot.queued = true;
            self.ready.push(number);
            let name = || slot.job.as_ref().map_or("", |job| job.name());
            self.lanes.ready(number, name);
        }
    }

    /// Its turn has come: takes out its job, if that has not ended.
    #[inline]
    pub(crate) fn start(&mut self, number: u32) -> Option<Pin<Box<dyn Job>>> {
        let slot = self.get(number);
        slot.queued = false;
        if slot.ended {
            self.release(number);
            return None;
        }
        let job = slot.job.take();
        self.lanes.resume(number);
        job
    }

    /// Its turn is over: puts the job back, and the waker, if it has one of its own.
    #[inline]
    pub(crate) fn suspend(
        &mut self,
        number: u32,
        job: Pin<Box<dyn Job>>,
        waker: Option<SlotWaker>,
    ) {
        let slot = self.get(number);
        slot.job = Some(job);
        if waker.is_some() {
            slot.rare.get_or_insert_default().waker = waker;
        }
        let queued = slot.queued;
        self.lanes.suspend(number, queued);
    }

    /// Gives the slot away, if it has ended, nothing is in it and nobody refers to it.
    pub(crate) fn release(&mut self, number: u32) {
        let slot = self.get(number);
        if slot.ended && !slot.held && !slot.queued && slot.job.is_none() {
            self.free.push(number);
        }
    }

    /// Takes out all jobs.
    pub(crate) fn clear(&mut self) -> Vec<Pin<Box<dyn Job>>> {
        self.slots.iter_mut().filter_map(|slot| slot.job.take()).collect()
    }
}

impl Slot {
    pub(crate) fn take_waker(&mut self) -> Option<SlotWaker> {
        self.rare.as_mut()?.waker.take()
    }

    /// Notes who awaits the end, in place of whoever did.
    pub(crate) fn set_joiner(&mut self, joiner: Wakeup) -> Wakeup {
        let before = self.take_joiner();
        match joiner {
            Wakeup::Slot(slot) => self.joiner = slot,
            Wakeup::Waker(waker) => {
                self.rare.get_or_insert_default().joiner = Some(waker);
            }
        }
        before
    }

    pub(crate) fn take_joiner(&mut self) -> Wakeup {
        let slot = mem::replace(&mut self.joiner, NO_SLOT);
        let foreign = self.rare.as_mut().and_then(|rare| rare.joiner.take());
        foreign.map_or(Wakeup::Slot(slot), Wakeup::Waker)
    }
}
