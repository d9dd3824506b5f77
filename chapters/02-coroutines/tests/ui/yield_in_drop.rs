//! A coroutine wants to yield once more while it is closed.

use ch02_coroutines::{AskNumber, yield_from};

struct Guest {
    last_words: AskNumber,
}

impl Drop for Guest {
    fn drop(&mut self) {
        yield_from!(self.last_words, None);
    }
}

fn main() {}
