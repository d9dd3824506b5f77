use crate::{Deadlock, Device, Refusal, Reply, Trap, waits::Waits};
use ch02_coroutines::{
    Coroutine,
    CoroutineState::{Complete, Yielded},
};
use ch03_task::{Exit, Tid};
use ch04_scheduler::{Scheduler, Turn};
use std::any::Any;
use tracing::debug;

/// Runs tasks, and answers what they ask when they stop.
///
/// ```
/// use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
/// use ch05_syscalls::{GetTid, Kernel, Reply, Trap, trap};
///
/// struct Castaway;
///
/// impl Coroutine<Reply> for Castaway {
///     type Yield = Trap;
///     type Return = ();
///
///     fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
///         let Reply::Tid(me) = reply else { return trap(GetTid) };
///         println!("I am task {me}");
///         Complete(())
///     }
/// }
///
/// let mut kernel = Kernel::new();
/// kernel.create_task("castaway", Castaway);
/// assert_eq!(kernel.run(), Ok(()));
/// ```
#[derive(Default)]
pub struct Kernel {
    scheduler: Scheduler<Trap, Reply>,
    waits: Waits,
    /// The youngest task: a greater number was never given.
    newest: Option<Tid>,
    /// What tasks can wait for besides each other.
    device: Option<Box<dyn Device>>,
}

impl Kernel {
    /// A kernel without tasks and without a device.
    pub fn new() -> Self {
        Kernel::default()
    }

    /// Makes a task of `body`, at the back of the ready queue.
    pub fn create_task(
        &mut self,
        name: &str,
        body: impl Coroutine<Reply, Yield = Trap, Return = ()> + 'static,
    ) -> Tid {
        let tid = self.scheduler.create_task(name, body);
        self.newest = Some(tid);
        tid
    }

    /// Runs until every task has ended.
    ///
    /// # Errors
    ///
    /// [`Deadlock`] if tasks are left and none of them can ever go on.
    pub fn run(&mut self) -> Result<(), Deadlock> {
        while !self.scheduler.is_empty() {
            if self.is_stuck() {
                return Err(Deadlock::of(self));
            }
            self.ask_device();
            for _ in 0..self.scheduler.ready_len() {
                self.turn();
            }
        }
        Ok(())
    }

    /// One turn of one task, and what the kernel does about it.
    fn turn(&mut self) {
        let Some(Turn { tid, state }) = self.scheduler.resume_next() else {
            return;
        };
        match state {
            Yielded(call) => {
                debug!(task = tid.number(), call = call.name(), "trap");
                call.handle(tid, self);
            }
            Complete(exit) => self.tell_waiters(tid, &exit),
        }
    }

    /// Lets a task go on that stopped with a system call, whatever it waited for. Says
    /// whether there was such a task: not if it has its reply already, or has ended.
    pub fn reply(&mut self, tid: Tid, reply: Reply) -> bool {
        self.end_wait(tid);
        self.scheduler.make_ready(tid, reply)
    }

    /// Number and name of every task that has not ended, the oldest first.
    pub fn tasks(&self) -> impl Iterator<Item = (Tid, &str)> {
        self.scheduler.tasks().map(|task| (task.tid(), task.name()))
    }

    /// Whether `caller` may kill `other` or wait for it: only if it was created later.
    /// A wait then points from an older task to a younger one, and no chain of waits
    /// closes to a ring.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn permit(&self, caller: Tid, other: Tid) -> Result<(), Refusal> {
        if other <= caller {
            Err(Refusal::PermissionDenied)
        } else if Some(other) > self.newest {
            Err(Refusal::NoSuchTask)
        } else if !self.scheduler.is_alive(other) {
            Err(Refusal::AlreadyEnded)
        } else {
            Ok(())
        }
    }

    /// Will [`reply`](Kernel::reply) to `caller` when `other` ends, with how it ended.
    /// Takes the place of an earlier wait of this caller. The end must be still to come.
    pub fn reply_on_exit(&mut self, caller: Tid, other: Tid) {
        debug!(task = caller.number(), on = other.number(), "block");
        self.waits.add(caller, other);
    }

    /// The task whose end `tid` waits for, if it does.
    pub fn waits_for(&self, tid: Tid) -> Option<Tid> {
        self.waits.of(tid)
    }

    /// Ends a task where it stands, whatever it waits for. Those who wait for it learn of
    /// it. Nothing happens if it has ended already.
    pub fn kill(&mut self, tid: Tid) {
        if self.scheduler.kill(tid) {
            self.end_wait(tid);
            self.tell_waiters(tid, &Exit::Killed);
        }
    }

    /// This task waits no longer, for a task or for the device: it has its reply, or is
    /// gone.
    fn end_wait(&mut self, tid: Tid) {
        self.waits.forget(tid);
        if let Some(device) = &mut self.device {
            device.forget(tid);
        }
    }

    fn tell_waiters(&mut self, ended: Tid, exit: &Exit) {
        for waiter in self.waits.take_waiters(ended) {
            debug!(task = waiter.number(), by = ended.number(), "wake");
            self.reply(waiter, Reply::Exited(exit.clone()));
        }
    }

    /// Whether nobody is ready, and nothing outside will change that.
    fn is_stuck(&self) -> bool {
        let nobody_ready = self.scheduler.ready_len() == 0;
        nobody_ready
            && !self.device.as_ref().is_some_and(|device| device.is_waited_for())
    }

    /// Attaches the device that tasks can wait for. There is one slot: a second device
    /// takes the place of the first.
    pub fn attach(&mut self, device: impl Device) {
        self.device = Some(Box::new(device));
    }

    /// The device, if one of this type is attached.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoDevice`] if not.
    pub fn device<D: Device>(&mut self) -> Result<&mut D, Refusal> {
        let device: &mut dyn Any =
            self.device.as_deref_mut().ok_or(Refusal::NoDevice)?;
        device.downcast_mut().ok_or(Refusal::NoDevice)
    }

    /// Lets those go on that the device has news for. Sleeps in it if nobody is ready.
    fn ask_device(&mut self) {
        let nobody_ready = self.scheduler.ready_len() == 0;
        let waited_for = self.device.as_mut().filter(|device| device.is_waited_for());
        let woken = waited_for.map(|device| device.take_woken(nobody_ready));
        for (tid, reply) in woken.unwrap_or_default() {
            debug!(task = tid.number(), "wake");
            self.reply(tid, reply);
        }
    }
}
