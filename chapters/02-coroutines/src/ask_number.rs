use crate::Coroutine;
use crate::CoroutineState::{self, Complete, Yielded};

/// Asks until the answer is a number, and returns the number.
///
/// It has to ask before it can be answered, so the first input is `None`.
///
/// ```
/// use ch02_coroutines::{AskNumber, Coroutine, CoroutineState::*};
///
/// let mut age = AskNumber::new("How old are you?");
/// assert_eq!(age.resume_with(None), Yielded("How old are you?".into()));
/// assert_eq!(age.resume_with(Some("42")), Complete(42));
/// ```
#[must_use = "a coroutine does nothing until it is resumed"]
pub struct AskNumber {
    question: String,
}

impl AskNumber {
    /// Remembers the question, and does not ask it yet.
    pub fn new(question: impl Into<String>) -> Self {
        AskNumber { question: question.into() }
    }
}

impl Coroutine<Option<&str>> for AskNumber {
    type Yield = String;
    type Return = u32;

    fn resume_with(&mut self, answer: Option<&str>) -> CoroutineState<String, u32> {
        match answer {
            None => Yielded(self.question.clone()),
            Some(text) => match text.parse() {
                Ok(number) => Complete(number),
                Err(_) => Yielded(format!("{text} is no number. {}", self.question)),
            },
        }
    }
}
