//! A kernel whose tasks make the calls on a list, and a log of what they were told.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch05_syscalls::{Kernel, Reply, SystemCall, Trap, trap};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// One turn of a task.
pub(crate) type Turn = Box<dyn FnOnce() -> CoroutineState<Trap, ()>>;

/// A turn that ends with this call.
pub(crate) fn call(call: impl SystemCall + 'static) -> Turn {
    Box::new(|| trap(call))
}

/// A turn that panics.
pub(crate) fn fail(message: &'static str) -> Turn {
    Box::new(move || panic!("{message}"))
}

/// The task with this number.
pub(crate) fn tid(number: u64) -> Tid {
    Tid::new(number)
}

/// A kernel, and one line for each reply.
#[derive(Default)]
pub(crate) struct Town {
    kernel: Kernel,
    log: Rc<RefCell<Vec<String>>>,
}

impl Town {
    /// A task of these turns. When it is told something, it says so under this name.
    pub(crate) fn task<const N: usize>(
        &mut self,
        name: &'static str,
        turns: [Turn; N],
    ) {
        let body = self.body(name, turns);
        self.kernel.create_task(name, body);
    }

    pub(crate) fn body<const N: usize>(
        &self,
        name: &'static str,
        turns: [Turn; N],
    ) -> Script {
        Script { name, turns: turns.into(), started: false, log: Rc::clone(&self.log) }
    }

    pub(crate) fn kernel(&mut self) -> &mut Kernel {
        &mut self.kernel
    }

    /// Runs to the end, or to a deadlock, and returns all that was said.
    pub(crate) fn run(mut self) -> String {
        if let Err(deadlock) = self.kernel.run() {
            self.log.borrow_mut().push(deadlock.to_string());
        }
        self.log.borrow().join("\n")
    }
}

/// The body of a [`Town::task`].
pub(crate) struct Script {
    name: &'static str,
    turns: VecDeque<Turn>,
    started: bool,
    log: Rc<RefCell<Vec<String>>>,
}

impl Coroutine<Reply> for Script {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if self.started {
            let line = format!("{}: {}", self.name, words(&reply));
            self.log.borrow_mut().push(line);
        }
        self.started = true;
        match self.turns.pop_front() {
            Some(turn) => turn(),
            None => Complete(()),
        }
    }
}

fn words(reply: &Reply) -> String {
    match reply {
        Reply::Done => "done".into(),
        Reply::Tid(tid) => format!("task {tid}"),
        Reply::Exited(exit) => format!("it {exit}"),
        Reply::Refused(refusal) => refusal.to_string(),
    }
}
