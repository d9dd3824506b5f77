use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ex02_coroutines::stop_at_error::StopAtError;
use std::rc::Rc;

/// Counts the letters that it is sent, and completes at the third. Holds its key while
/// it lives.
struct PostOffice {
    letters: u32,
    _key: Rc<()>,
}

impl Coroutine<&str> for PostOffice {
    type Yield = String;
    type Return = u32;

    fn resume_with(&mut self, letter: &str) -> CoroutineState<String, u32> {
        self.letters += 1;
        match self.letters {
            3 => Complete(self.letters),
            _ => Yielded(format!("took {letter}")),
        }
    }
}

#[derive(Debug, PartialEq)]
struct Lost;

/// A wrapped post office, and a key that tells whether it still lives.
fn office() -> (StopAtError<PostOffice>, Rc<()>) {
    let key = Rc::new(());
    let office = PostOffice { letters: 0, _key: key.clone() };
    (StopAtError::of(office), key)
}

fn send(office: &mut StopAtError<PostOffice>, letter: &'static str) -> State {
    office.resume_with(Ok(letter))
}

type State = CoroutineState<String, Result<u32, Lost>>;

#[test]
fn values_are_sent_on_and_yields_handed_up() {
    let (mut office, _key) = office();
    let expected = Yielded("took a bill".to_string());
    assert_eq!(
        send(&mut office, "a bill"),
        expected,
        "the inner coroutine is sent \"a bill\", without `Ok`, and its yield comes back"
    );
}

#[test]
fn what_the_inner_coroutine_returns_is_kept() {
    let (mut office, _key) = office();
    let last = ["a bill", "a card", "a bill"].map(|letter| send(&mut office, letter));
    assert_eq!(
        last[2],
        Complete(Ok(3)),
        "the inner coroutine completes with 3, so the wrapper completes with `Ok(3)`"
    );
}

#[test]
fn the_first_error_ends_it() {
    let (mut office, _key) = office();
    send(&mut office, "a bill");
    let state: State = office.resume_with(Err(Lost));
    assert_eq!(state, Complete(Err(Lost)), "the error is what the wrapper returns");
}

#[test]
fn the_error_closes_the_inner_coroutine_at_once() {
    let (mut office, key) = office();
    let _: State = office.resume_with(Err(Lost));
    assert_eq!(
        Rc::strong_count(&key),
        1,
        "when the call with the error comes back, the inner coroutine has been \
         dropped, and its key with it, although the wrapper is still there"
    );
}
