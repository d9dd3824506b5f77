//! A telegraph, and a clerk who looks up now and then: what is lost, and how it is kept.

use ch08_gather_and_select::{Either, event_loop, select, sleep};
use std::cell::RefCell;
use std::io;
use std::pin::pin;
use std::str::Chars;
use std::time::Duration;

const LETTER: Duration = Duration::from_millis(100);
const PATIENCE: Duration = Duration::from_millis(350);

/// Listens until a word has ended. What it has heard of it so far is in a local variable.
async fn word(wire: &RefCell<Chars<'_>>) -> String {
    let mut heard = String::new();
    loop {
        sleep(LETTER).await;
        match wire.borrow_mut().next() {
            Some(letter) if letter != ' ' => heard.push(letter),
            _ => return heard,
        }
    }
}

async fn starts_anew(wire: &RefCell<Chars<'_>>) {
    for _ in 0..4 {
        match select(word(wire), sleep(PATIENCE)).await {
            Either::Left(word) => println!("  a word: {word}"),
            Either::Right(()) => println!("  the clerk looks up"),
        }
    }
}

async fn goes_on(wire: &RefCell<Chars<'_>>) {
    for _ in 0..2 {
        let mut word = pin!(word(wire));
        loop {
            match select(word.as_mut(), sleep(PATIENCE)).await {
                Either::Left(word) => break println!("  a word: {word}"),
                Either::Right(()) => println!("  the clerk looks up"),
            }
        }
    }
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    event_loop()?.run_until_complete(async {
        println!("on the wire: SEND HELP. He starts anew each time:");
        starts_anew(&RefCell::new("SEND HELP ".chars())).await;
        println!("He goes on where he was:");
        goes_on(&RefCell::new("SEND HELP ".chars())).await;
    });
    Ok(())
}
