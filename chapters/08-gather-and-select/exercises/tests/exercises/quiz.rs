use crate::{Log, minutes, run};
use ch08_gather_and_select::sleep;
use evidence::assert_lines;
use ex08_gather_and_select::quiz::show;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Answers after so many minutes, and wants to be left alone after that.
struct Contestant {
    thinks: Pin<Box<dyn Future<Output = ()>>>,
    answer: Option<String>,
}

impl Contestant {
    fn new(thinks: u64, answer: &str) -> Self {
        let thinks = Box::pin(sleep(minutes(thinks)));
        Contestant { thinks, answer: Some(answer.into()) }
    }
}

impl Future for Contestant {
    type Output = String;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<String> {
        self.thinks.as_mut().poll(cx).map(|()| {
            self.answer.take().expect(
                "Expected: nobody polls a future again after it was ready. \
                 This contestant has already answered",
            )
        })
    }
}

fn evening(one: u64, two: u64) -> String {
    let log = Log::default();
    let notes = log.clone();
    run(async move {
        let (one, two) = (Contestant::new(one, "Paris"), Contestant::new(two, "Rome"));
        show(one, two, |answer| notes.note(answer)).await;
    });
    log.text()
}

#[test]
fn the_first_answers_first() {
    let expected = " 2  Paris\n 5  Rome";
    assert_lines("each answer is read out when it comes", &evening(2, 5), expected);
}

#[test]
fn the_second_answers_first() {
    let expected = " 2  Rome\n 5  Paris";
    assert_lines("each answer is read out when it comes", &evening(5, 2), expected);
}

#[test]
fn both_at_once() {
    let expected = " 3  Paris\n 3  Rome";
    assert_lines("both answers are read out", &evening(3, 3), expected);
}
