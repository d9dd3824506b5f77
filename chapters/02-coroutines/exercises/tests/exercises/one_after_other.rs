use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use evidence::assert_lines;
use ex02_coroutines::one_after_other::OneAfterOther;

/// Asks two questions, returns the two answers, and complains about anything else.
struct Clerk {
    questions: [&'static str; 2],
    asked: usize,
    answers: Vec<String>,
}

impl Clerk {
    fn new(questions: [&'static str; 2]) -> Self {
        Clerk { questions, asked: 0, answers: Vec::new() }
    }
}

impl Coroutine<Option<&str>> for Clerk {
    type Yield = String;
    type Return = String;

    fn resume_with(&mut self, answer: Option<&str>) -> CoroutineState<String, String> {
        match (self.asked, answer) {
            (0, None) => {}
            (0, Some(text)) => {
                return Yielded(format!("{text}? I have not asked yet!"));
            }
            (1 | 2, Some(text)) => self.answers.push(text.into()),
            (1 | 2, None) => return Yielded("Pardon?".into()),
            _ => return Yielded("I was done. Why do you resume me?".into()),
        }
        self.asked += 1;
        match self.questions.get(self.asked - 1) {
            Some(question) => Yielded(question.to_string()),
            None => Complete(self.answers.join(", ")),
        }
    }
}

fn at_the_desk(answers: &[&str]) -> String {
    let receptionist = Clerk::new(["Name?", "Nights?"]);
    let porter = Clerk::new(["Bags?", "Lift or stairs?"]);
    let mut hotel = OneAfterOther::new(receptionist, porter);
    let mut lines = String::new();
    for answer in [None].into_iter().chain(answers.iter().copied().map(Some)) {
        lines += &match hotel.resume_with(answer) {
            Yielded(question) => format!("{question}\n"),
            Complete((first, second)) => format!("({first}) and ({second})\n"),
        };
    }
    lines
}

#[test]
fn the_first_one_asks_first() {
    assert_lines(
        "the receptionist asks both questions before the porter asks any",
        &at_the_desk(&["Ada"]),
        "Name?\nNights?",
    );
}

#[test]
fn the_second_one_starts_in_the_call_in_which_the_first_completes() {
    assert_lines(
        "the last answer to the receptionist brings up the porter's first question; the \
         porter was sent `None`, not that answer",
        &at_the_desk(&["Ada", "2"]),
        "Name?\nNights?\nBags?",
    );
}

#[test]
fn the_first_one_is_left_alone_after_it_completed() {
    assert_lines(
        "the answer about the bags goes to the porter",
        &at_the_desk(&["Ada", "2", "three"]),
        "Name?\nNights?\nBags?\nLift or stairs?",
    );
}

#[test]
fn both_return_values_come_back() {
    assert_lines(
        "the hotel completes with what the two returned, the receptionist's first",
        &at_the_desk(&["Ada", "2", "three", "stairs"]),
        "Name?\nNights?\nBags?\nLift or stairs?\n(Ada, 2) and (three, stairs)",
    );
}
