//! Random programs: whatever tasks do to each other, each call gets the one reply that
//! it must get, the run ends, and nothing is left.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::{Exit, Tid};
use ch05_syscalls::{
    GetTid, Kernel, KillTask, NewTask, Refusal, Reply, SystemCall, Trap, WaitTask,
    Yield, trap,
};
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What a task does in one turn. Numbers may belong to nobody.
#[derive(Clone, Debug)]
enum Act {
    Yield,
    GetTid,
    NewTask(Vec<Act>),
    KillTask(u64),
    WaitTask(u64),
    Panic,
}

fn program() -> impl Strategy<Value = Vec<Act>> {
    let number = || prop_oneof![0..12u64, 0..40u64];
    let act = prop_oneof![
        3 => Just(Act::Yield),
        1 => Just(Act::GetTid),
        2 => number().prop_map(Act::KillTask),
        4 => number().prop_map(Act::WaitTask),
        1 => Just(Act::Panic),
    ];
    let leaf = prop::collection::vec(act.clone(), 0..6);
    leaf.prop_recursive(4, 60, 6, move |inner| {
        let spawn = inner.prop_map(Act::NewTask);
        prop::collection::vec(prop_oneof![act.clone(), spawn], 0..8)
    })
}

/// What must be true, kept apart from the kernel.
#[derive(Default)]
struct Model {
    created: u64,
    ended: BTreeMap<u64, Exit>,
    waits: usize,
    /// Waits that were answered, or whose waiter was killed.
    settled: usize,
    faults: Vec<String>,
}

type Shared = Rc<RefCell<Model>>;

/// The reply that a call must get.
#[derive(Debug)]
enum Expected {
    Exactly(Reply),
    EndOf(u64),
}

/// A task that does what its list says and checks every reply.
struct Body {
    me: u64,
    acts: std::vec::IntoIter<Act>,
    expected: Expected,
    model: Shared,
}

impl Body {
    fn new(acts: Vec<Act>, model: &Shared) -> Self {
        model.borrow_mut().created += 1;
        Body {
            me: model.borrow().created,
            acts: acts.into_iter(),
            expected: Expected::Exactly(Reply::Done),
            model: Rc::clone(model),
        }
    }

    /// Notes how it ends, unless that is noted already.
    fn end(&self, exit: Exit) {
        self.model.borrow_mut().ended.entry(self.me).or_insert(exit);
    }

    fn check(&mut self, reply: Reply) {
        let mut model = self.model.borrow_mut();
        let expected = match &self.expected {
            Expected::Exactly(reply) => Some(reply.clone()),
            Expected::EndOf(other) => {
                model.settled += 1;
                model.ended.get(other).cloned().map(Reply::Exited)
            }
        };
        if Some(&reply) != expected.as_ref() {
            let fault = format!("task {}: {reply:?}, not {expected:?}", self.me);
            model.faults.push(fault);
        }
    }

    /// Why a call about `other` must be refused.
    fn refusal(&self, other: u64) -> Option<Refusal> {
        let model = self.model.borrow();
        if other <= self.me {
            Some(Refusal::PermissionDenied)
        } else if other > model.created {
            Some(Refusal::NoSuchTask)
        } else {
            let ended = model.ended.contains_key(&other);
            ended.then_some(Refusal::AlreadyEnded)
        }
    }

    fn ask(
        &mut self,
        call: impl SystemCall + 'static,
        expected: Reply,
    ) -> CoroutineState<Trap, ()> {
        self.expected = Expected::Exactly(expected);
        trap(call)
    }

    fn wait(&mut self, other: u64) -> CoroutineState<Trap, ()> {
        self.expected = match self.refusal(other) {
            Some(refusal) => Expected::Exactly(Reply::Refused(refusal)),
            None => {
                self.model.borrow_mut().waits += 1;
                Expected::EndOf(other)
            }
        };
        trap(WaitTask(Tid::new(other)))
    }
}

impl Coroutine<Reply> for Body {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        self.check(reply);
        self.expected = Expected::Exactly(Reply::Done);
        match self.acts.next() {
            Some(Act::Yield) => self.ask(Yield, Reply::Done),
            Some(Act::GetTid) => self.ask(GetTid, Reply::Tid(Tid::new(self.me))),
            Some(Act::NewTask(acts)) => {
                let child = Body::new(acts, &self.model);
                let tid = Tid::new(child.me);
                self.ask(NewTask("child", child), Reply::Tid(tid))
            }
            Some(Act::KillTask(other)) => {
                let refusal = self.refusal(other).map(Reply::Refused);
                self.ask(KillTask(Tid::new(other)), refusal.unwrap_or(Reply::Done))
            }
            Some(Act::WaitTask(other)) => self.wait(other),
            Some(Act::Panic) => {
                self.end(Exit::Panicked("on purpose".into()));
                std::panic::resume_unwind(Box::new("on purpose"));
            }
            None => {
                self.end(Exit::Returned);
                Complete(())
            }
        }
    }
}

impl Drop for Body {
    /// Who is dropped without having ended was killed.
    fn drop(&mut self) {
        self.end(Exit::Killed);
        if let Expected::EndOf(_) = self.expected {
            self.model.borrow_mut().settled += 1;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_call_gets_its_reply_and_every_run_ends(
        programs in prop::collection::vec(program(), 1..5),
    ) {
        let model = Shared::default();
        let mut kernel = Kernel::new();
        for acts in programs {
            kernel.create_task("root", Body::new(acts, &model));
        }
        prop_assert_eq!(kernel.run(), Ok(()));
        prop_assert_eq!(Rc::strong_count(&model), 1, "a body was not dropped");

        let model = model.borrow();
        prop_assert!(model.faults.is_empty(), "{:?}", model.faults);
        prop_assert_eq!(model.settled, model.waits);
        prop_assert_eq!(model.ended.len() as u64, model.created);
    }
}
