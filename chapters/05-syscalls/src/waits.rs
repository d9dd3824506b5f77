use ch03_task::Tid;
use std::collections::BTreeMap;

/// Who waits for whose end.
#[derive(Default)]
pub(crate) struct Waits {
    /// Whom each waiter waits for.
    waits_for: BTreeMap<Tid, Tid>,
    /// The same from the other side: each task's waiters, the first to come in front.
    waiters: BTreeMap<Tid, Vec<Tid>>,
}

impl Waits {
    /// From now on `waiter` waits for `other`, and for nobody else.
    pub(crate) fn add(&mut self, waiter: Tid, other: Tid) {
        self.forget(waiter);
        self.waits_for.insert(waiter, other);
        self.waiters.entry(other).or_default().push(waiter);
    }

    /// Whom `waiter` waits for.
    pub(crate) fn of(&self, waiter: Tid) -> Option<Tid> {
        self.waits_for.get(&waiter).copied()
    }

    /// `other` has ended: takes out those who waited for it.
    pub(crate) fn take_waiters(&mut self, other: Tid) -> Vec<Tid> {
        let waiters = self.waiters.remove(&other).unwrap_or_default();
        for waiter in &waiters {
            self.waits_for.remove(waiter);
        }
        waiters
    }

    /// `waiter` waits no longer.
    pub(crate) fn forget(&mut self, waiter: Tid) {
        let other = self.waits_for.remove(&waiter);
        if let Some(waiters) = other.and_then(|other| self.waiters.get_mut(&other)) {
            waiters.retain(|tid| *tid != waiter);
        }
    }
}
