//! A coroutine is sent to after it was closed.

use ch02_coroutines::{AskNumber, Coroutine};

fn main() {
    let mut age = AskNumber::new("How old are you?");
    age.resume_with(None);
    drop(age);
    age.resume_with(Some("42"));
}
