use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{Complete, Yielded};
use evidence::assert_lines;
use ex02_coroutines::telegraph::Telegraph;

/// Sends the signals one by one. One line for each, with what the clerk said to it.
fn clerk(signals: &str) -> String {
    let mut telegraph = Telegraph::default();
    let mut lines = String::new();
    for signal in signals.chars() {
        let said = match telegraph.resume_with(signal) {
            Yielded(None) => "nothing".to_string(),
            Yielded(Some(letter)) => letter.to_string(),
            Complete(message) => format!("message: {message}"),
        };
        lines += &format!("{signal:?}: {said}\n");
    }
    lines
}

#[test]
fn a_letter_is_said_at_the_gap_that_ends_it() {
    assert_lines(
        "a dot and a dash say nothing yet, the gap after them makes them an A",
        &clerk(".- "),
        "'.': nothing\n'-': nothing\n' ': A",
    );
}

#[test]
fn a_letter_does_not_begin_with_the_signals_of_the_last_one() {
    assert_lines(
        "a dot is an E, and the dash after the gap is a T of its own",
        &clerk(". - "),
        "'.': nothing\n' ': E\n'-': nothing\n' ': T",
    );
}

#[test]
fn a_gap_after_a_gap_ends_no_letter() {
    assert_lines(
        "the second gap has no letter to end, so it says nothing, not even '?'",
        &clerk(".  "),
        "'.': nothing\n' ': E\n' ': nothing",
    );
}

#[test]
fn the_end_of_the_message_ends_its_last_letter() {
    assert_lines(
        "the end of the message ends the letter that was being sent, and returns all",
        &clerk(". -\n"),
        "'.': nothing\n' ': E\n'-': nothing\n'\\n': message: ET",
    );
}
