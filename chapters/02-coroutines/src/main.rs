//! A paint shop's dialogue, three coroutines deep: a quote, its walls, their numbers.

use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch02_coroutines::{AskNumber, Coroutine, yield_from};

/// Asks for the two sides of a wall, and returns its area.
struct Wall {
    wide: AskNumber,
    high: AskNumber,
    /// `None` until the first question is answered.
    width: Option<u32>,
}

impl Wall {
    fn new(name: &str) -> Self {
        Wall {
            wide: AskNumber::new(format!("How wide is the {name} wall?")),
            high: AskNumber::new(format!("How high is the {name} wall?")),
            width: None,
        }
    }
}

impl Coroutine<Option<&str>> for Wall {
    type Yield = String;
    type Return = u32;

    fn resume_with(&mut self, mut answer: Option<&str>) -> CoroutineState<String, u32> {
        let width = match self.width {
            Some(width) => width,
            None => *self.width.insert(yield_from!(self.wide, answer.take())),
        };
        let height = yield_from!(self.high, answer);
        Complete(width * height)
    }
}

/// Asks for one wall after the other, and returns the litres of paint that they take:
/// one litre for ten square metres.
struct Quote {
    walls: [Wall; 2],
    measured: usize,
    area: u32,
}

impl Coroutine<Option<&str>> for Quote {
    type Yield = String;
    type Return = u32;

    fn resume_with(&mut self, mut answer: Option<&str>) -> CoroutineState<String, u32> {
        while let Some(wall) = self.walls.get_mut(self.measured) {
            self.area += yield_from!(wall, answer.take());
            self.measured += 1;
        }
        Complete(self.area.div_ceil(10))
    }
}

fn main() {
    let mut quote =
        Quote { walls: [Wall::new("north"), Wall::new("east")], measured: 0, area: 0 };
    for answer in [None, Some("4"), Some("tall"), Some("3"), Some("5"), Some("3")] {
        println!("you:  {}", answer.unwrap_or("(come in)"));
        match quote.resume_with(answer) {
            Yielded(question) => println!("shop: {question}"),
            Complete(litres) => println!("shop: That takes {litres} litres."),
        }
    }
}
