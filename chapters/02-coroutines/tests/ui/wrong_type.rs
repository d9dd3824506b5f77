//! A reading is sent in as text.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Yielded};

struct Sum(f64);

impl Coroutine<f64> for Sum {
    type Yield = f64;
    type Return = ();

    fn resume_with(&mut self, reading: f64) -> CoroutineState<f64, ()> {
        self.0 += reading;
        Yielded(self.0)
    }
}

fn main() {
    let mut sum = Sum(0.0);
    sum.resume_with(18.0);
    sum.resume_with("24.0");
}
