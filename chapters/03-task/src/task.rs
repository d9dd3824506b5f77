use crate::{Exit, Tid};
use ch02_coroutines::{
    Coroutine,
    CoroutineState::{self, Complete, Yielded},
};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A coroutine with an identity. Whatever its body is made of, its type is the same.
///
/// `Y` is what the body yields. `Input` is what it is sent when it goes on.
///
/// ```
/// use ch01_generators::{CoroutineState::*, Countdown};
/// use ch03_task::{Exit, Task, Tid};
///
/// let mut task: Task<u32> = Task::new(Tid::new(1), "countdown", Countdown::from(1));
/// assert_eq!(task.resume(), Yielded(1));
/// assert_eq!(task.resume(), Complete(Exit::Returned));
/// ```
#[must_use = "a task does nothing until it is resumed"]
pub struct Task<Y = (), Input = ()> {
    tid: Tid,
    name: String,
    /// `None` once it has ended.
    body: Option<Body<Y, Input>>,
    send_value: Input,
}

/// A coroutine whose own type is forgotten. What is left is what goes in and comes out.
type Body<Y, Input> = Box<dyn Coroutine<Input, Yield = Y, Return = ()>>;

impl<Y, Input: Default> Task<Y, Input> {
    /// A task that has not run yet.
    pub fn new(
        tid: Tid,
        name: &str,
        body: impl Coroutine<Input, Yield = Y, Return = ()> + 'static,
    ) -> Self {
        Task {
            tid,
            name: name.into(),
            body: Some(Box::new(body)),
            send_value: Input::default(),
        }
    }

    /// Its number.
    pub fn tid(&self) -> Tid {
        self.tid
    }

    /// Its name, for people.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Leaves a value for the next [`resume`](Task::resume) to send in, once. A value
    /// that still lies there is replaced.
    pub fn set_send_value(&mut self, value: Input) {
        self.send_value = value;
    }

    /// Runs the body to its next yield, or to its end. A panic is such an end.
    ///
    /// The body is dropped as soon as it ends, as part of the same turn.
    ///
    /// # Panics
    ///
    /// If the task has already returned [`Complete`].
    pub fn resume(&mut self) -> CoroutineState<Y, Exit> {
        let Some(mut body) = self.body.take() else {
            panic!("task {} resumed after its end", self.tid);
        };
        let input = mem::take(&mut self.send_value);
        let turn = move || match body.resume_with(input) {
            Yielded(value) => Some((value, body)),
            Complete(()) => None,
        };
        // The turn owns the body, so nobody sees what a panic leaves of it.
        match catch_unwind(AssertUnwindSafe(turn)) {
            Ok(Some((value, body))) => {
                self.body = Some(body);
                Yielded(value)
            }
            Ok(None) => Complete(Exit::Returned),
            Err(payload) => Complete(Exit::panicked(payload)),
        }
    }
}
