//! A safe opens at three digits. Whatever you type, its display shows a single
//! star.
//!
//! It is broken: find out why. The fault is in `Safe`; `Digits` is sound.

use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch02_coroutines::{Coroutine, yield_from};

/// Is sent digits. Yields a star for each that it has, and at the third returns
/// all.
#[derive(Default)]
pub struct Digits {
    entered: String,
}

impl Coroutine<char> for Digits {
    type Yield = String;
    type Return = String;

    fn resume_with(&mut self, digit: char) -> CoroutineState<String, String> {
        self.entered.push(digit);
        match self.entered.len() {
            3 => Complete(self.entered.clone()),
            count => Yielded("*".repeat(count)),
        }
    }
}

/// Is sent digits, and yields what its display shows. After three wrong ones it
/// starts again. Returns how many tries it took.
pub struct Safe {
    code: &'static str,
    digits: Digits,
    tries: u32,
}

impl Safe {
    /// A safe that opens at `code`.
    pub fn new(code: &'static str) -> Self {
        Safe { code, digits: Digits::default(), tries: 0 }
    }
}

impl Coroutine<char> for Safe {
    type Yield = String;
    type Return = u32;

    fn resume_with(&mut self, digit: char) -> CoroutineState<String, u32> {
        // FAULT
        // // A new try begins without digits.
        // self.digits = Digits::default();
        // let entered = yield_from!(self.digits, digit);
        // FIX
        let entered = yield_from!(self.digits, digit);
        // The next try begins without digits.
        self.digits = Digits::default();
        // END
        self.tries += 1;
        if entered == self.code {
            Complete(self.tries)
        } else {
            Yielded("wrong".into())
        }
    }
}
