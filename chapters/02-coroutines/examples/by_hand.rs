//! Delegation written out: the input goes down, yields come up, the value stays.

use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch02_coroutines::{AskNumber, Coroutine};

/// Asks for a price and a tip, and returns the sum.
struct Bill {
    price: AskNumber,
    tip: AskNumber,
    /// `None` until the first question is answered.
    due: Option<u32>,
}

impl Coroutine<Option<&str>> for Bill {
    type Yield = String;
    type Return = u32;

    fn resume_with(&mut self, mut answer: Option<&str>) -> CoroutineState<String, u32> {
        let due = match self.due {
            Some(due) => due,
            None => match self.price.resume_with(answer.take()) {
                Yielded(question) => return Yielded(question),
                Complete(price) => *self.due.insert(price),
            },
        };
        let tip = match self.tip.resume_with(answer) {
            Yielded(question) => return Yielded(question),
            Complete(tip) => tip,
        };
        Complete(due + tip)
    }
}

fn main() {
    let mut bill = Bill {
        price: AskNumber::new("What did you eat for?"),
        tip: AskNumber::new("And the tip?"),
        due: None,
    };
    for answer in [None, Some("30"), Some("some"), Some("5")] {
        println!("guest:  {}", answer.unwrap_or("The bill, please."));
        match bill.resume_with(answer) {
            Yielded(question) => println!("waiter: {question}"),
            Complete(sum) => println!("waiter: That makes {sum}."),
        }
    }
}
