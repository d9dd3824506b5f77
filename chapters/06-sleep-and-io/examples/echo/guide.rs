//! Opens the canyon, brings the hikers there, waits for them, and closes it.

use crate::canyon::Canyon;
use crate::hiker::{Act, Hiker};
use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch05_syscalls::{Kernel, KillTask, NewTask, Reply, Trap, WaitTask, trap};
use ch06_sleep_and_io::{Clock, Reactor};
use std::collections::VecDeque;
use std::error::Error;
use std::net::TcpListener;
use std::rc::Rc;

/// A canyon, a guide, and a hiker for each list of acts.
pub(crate) fn hike(
    lists: &[(&'static str, &'static [Act])],
) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let hikers = lists.iter().map(|(name, acts)| Hiker::new(name, address, acts));
    let hikers = hikers.collect::<Result<_, _>>()?;
    let canyon = Some(Canyon(Rc::new(listener)));

    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::from_env()));
    kernel.create_task("guide", Guide { canyon, hikers, tasks: Vec::new() });
    Ok(kernel.run()?)
}

struct Guide {
    canyon: Option<Canyon>,
    hikers: VecDeque<Hiker>,
    /// First the canyon, then the hikers.
    tasks: Vec<Tid>,
}

impl Coroutine<Reply> for Guide {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if let Reply::Tid(task) = reply {
            self.tasks.push(task);
        }
        if let Some(canyon) = self.canyon.take() {
            return trap(NewTask("canyon", canyon));
        }
        if let Some(hiker) = self.hikers.pop_front() {
            return trap(NewTask(hiker.name, hiker));
        }
        match (self.tasks.pop(), self.tasks.is_empty()) {
            (Some(hiker), false) => trap(WaitTask(hiker)),
            (Some(canyon), true) => trap(KillTask(canyon)),
            (None, _) => Complete(()),
        }
    }
}
