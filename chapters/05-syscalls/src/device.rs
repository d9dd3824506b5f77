use crate::Reply;
use ch03_task::Tid;
use std::any::Any;

/// Something outside the kernel that tasks wait for: a clock, a network.
///
/// Chapter 06 builds one. A system call that needs it finds it by
/// [`Kernel::device`](crate::Kernel::device).
///
/// ```
/// use ch03_task::Tid;
/// use ch05_syscalls::{Device, Kernel, Refusal, Reply, SystemCall};
///
/// /// Rings at once for everybody who waits.
/// #[derive(Default)]
/// struct Bell { waiting: Vec<Tid> }
///
/// impl Device for Bell {
///     fn is_waited_for(&self) -> bool {
///         !self.waiting.is_empty()
///     }
///
///     fn take_woken(&mut self, _block: bool) -> Vec<(Tid, Reply)> {
///         self.waiting.drain(..).map(|tid| (tid, Reply::Done)).collect()
///     }
///
///     fn forget(&mut self, tid: Tid) {
///         self.waiting.retain(|waiting| *waiting != tid);
///     }
/// }
///
/// /// Waits for the bell.
/// struct WaitBell;
///
/// impl SystemCall for WaitBell {
///     fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
///         match kernel.device::<Bell>() {
///             Ok(bell) => bell.waiting.push(caller),
///             Err(refusal) => {
///                 kernel.reply(caller, Reply::Refused(refusal));
///             }
///         }
///     }
/// }
///
/// let mut kernel = Kernel::new();
/// assert_eq!(kernel.device::<Bell>().err(), Some(Refusal::NoDevice));
/// kernel.attach(Bell::default());
/// assert!(kernel.device::<Bell>().is_ok());
/// ```
pub trait Device: Any {
    /// Whether a task waits for this device.
    fn is_waited_for(&self) -> bool;

    /// The tasks that can go on, each with the reply to its call. With `block`, the
    /// device does not come back empty-handed: it sleeps until there is one.
    fn take_woken(&mut self, block: bool) -> Vec<(Tid, Reply)>;

    /// This task no longer waits: it is gone, or has been answered. It may never have
    /// waited here.
    fn forget(&mut self, tid: Tid);
}
