//! A kernel, and tasks that do what a list says.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch05_syscalls::{Kernel, Reply, SystemCall, Trap, trap};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// A kernel, what its tasks were told, and how many of them there are.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) kernel: Kernel,
    log: Rc<RefCell<Vec<(&'static str, Reply)>>>,
    alive: Rc<()>,
}

/// One turn of a scripted task.
pub(crate) type Step = Box<dyn FnOnce() -> CoroutineState<Trap, ()>>;

/// A turn that ends with this call.
pub(crate) fn call(call: impl SystemCall + 'static) -> Step {
    Box::new(|| trap(call))
}

/// A turn that panics.
pub(crate) fn fail(message: &'static str) -> Step {
    Box::new(move || panic!("{message}"))
}

/// A call that is never answered.
pub(crate) struct Silence;

impl SystemCall for Silence {
    fn handle(self: Box<Self>, _: Tid, _: &mut Kernel) {}
}

/// The task with this number.
pub(crate) fn tid(number: u64) -> Tid {
    Tid::new(number)
}

/// A task's turns, one after the other. It logs the reply to each of its calls.
pub(crate) struct Script {
    name: &'static str,
    steps: VecDeque<Step>,
    started: bool,
    log: Rc<RefCell<Vec<(&'static str, Reply)>>>,
    _alive: Rc<()>,
}

impl World {
    /// A body of these steps, for [`NewTask`](ch05_syscalls::NewTask).
    pub(crate) fn script<const N: usize>(
        &self,
        name: &'static str,
        steps: [Step; N],
    ) -> Script {
        Script {
            name,
            steps: steps.into(),
            started: false,
            log: Rc::clone(&self.log),
            _alive: Rc::clone(&self.alive),
        }
    }

    /// A task of these steps.
    pub(crate) fn task<const N: usize>(
        &mut self,
        name: &'static str,
        steps: [Step; N],
    ) -> Tid {
        let body = self.script(name, steps);
        self.kernel.create_task(name, body)
    }

    /// Runs, and expects that all tasks end and nothing is left of them.
    #[track_caller]
    pub(crate) fn run(&mut self) {
        assert_eq!(self.kernel.run(), Ok(()));
        assert_eq!(self.alive(), 0, "a body was not dropped");
    }

    /// How many bodies there are.
    pub(crate) fn alive(&self) -> usize {
        Rc::strong_count(&self.alive) - 1
    }

    /// Who was told what, in this order.
    pub(crate) fn log(&self) -> Vec<(&'static str, Reply)> {
        self.log.borrow().clone()
    }

    /// What the tasks of this name were told.
    pub(crate) fn replies(&self, name: &str) -> Vec<Reply> {
        let log = self.log();
        let told = log.into_iter().filter(|(whom, _)| *whom == name);
        told.map(|(_, reply)| reply).collect()
    }
}

impl Coroutine<Reply> for Script {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if self.started {
            self.log.borrow_mut().push((self.name, reply));
        }
        self.started = true;
        match self.steps.pop_front() {
            Some(step) => step(),
            None => Complete(()),
        }
    }
}
