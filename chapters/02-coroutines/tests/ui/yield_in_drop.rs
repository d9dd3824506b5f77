//! A coroutine wants to yield once more while it is closed.

use ch02_coroutines::CoroutineState::Yielded;

struct Guest;

impl Drop for Guest {
    fn drop(&mut self) {
        return Yielded("Just one more question.");
    }
}

fn main() {}
