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
pub struct Task<Y = (), Input = ()> {
    tid: Tid,
    name: String,
    body: Box<dyn Coroutine<Input, Yield = Y, Return = ()>>,
    send_value: Input,
}

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
            body: Box::new(body),
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

    /// Leaves a value for the next [`resume`](Task::resume) to send in, once.
    pub fn set_send_value(&mut self, value: Input) {
        self.send_value = value;
    }

    /// Runs the body to its next yield, or to its end. A panic in the body is such an end.
    ///
    /// # Panics
    ///
    /// Never because of the body: after its end, this says [`Exit::Panicked`].
    pub fn resume(&mut self) -> CoroutineState<Y, Exit> {
        let input = mem::take(&mut self.send_value);
        match catch_unwind(AssertUnwindSafe(|| self.body.resume_with(input))) {
            Ok(Yielded(value)) => Yielded(value),
            Ok(Complete(())) => Complete(Exit::Returned),
            Err(payload) => Complete(Exit::panicked(&*payload)),
        }
    }
}
