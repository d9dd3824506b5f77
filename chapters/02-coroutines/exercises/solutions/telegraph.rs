//! The telegraph at the station knows three sounds: a dot, a dash and a gap.
//! The clerk is sent one at a time, and says each letter as soon as it is known.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};

/// Is sent a signal at a time, and yields the letter that it ends, if it ends
/// one.
///
/// - `'.'` and `'-'` belong to a letter that goes on.
/// - `' '` ends a letter. A gap after a gap ends nothing.
/// - `'\n'` ends the message, and its last letter. The clerk returns the
///   message.
///
/// Nothing else is ever sent.
#[derive(Default)]
pub struct Telegraph {
    /// The dots and dashes since the last gap.
    code: String,
    /// The letters so far.
    message: String,
}

impl Telegraph {
    /// Ends the letter that is being sent, and writes it into the message.
    /// `None` if there has been no dot or dash since the last letter.
    fn end_letter(&mut self) -> Option<char> {
        // TODO: end the letter and write it down; there may be none
        if self.code.is_empty() {
            return None;
        }
        let letter = letter(&self.code);
        self.code.clear();
        self.message.push(letter);
        Some(letter)
        // END
    }
}

impl Coroutine<char> for Telegraph {
    type Yield = Option<char>;
    type Return = String;

    fn resume_with(&mut self, signal: char) -> CoroutineState<Option<char>, String> {
        // TODO: do what the signal asks for
        match signal {
            '\n' => {
                self.end_letter();
                Complete(self.message.clone())
            }
            ' ' => Yielded(self.end_letter()),
            dot_or_dash => {
                self.code.push(dot_or_dash);
                Yielded(None)
            }
        }
        // END
    }
}

/// The letter that has this code, or `'?'`.
fn letter(code: &str) -> char {
    let codes = ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- \
                 -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..";
    let mut alphabet = ('A'..='Z').zip(codes.split(' '));
    alphabet.find(|entry| entry.1 == code).map_or('?', |entry| entry.0)
}
