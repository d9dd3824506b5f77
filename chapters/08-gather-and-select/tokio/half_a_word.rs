//! The telegraph, on tokio, with its macro `select!`.

use std::cell::RefCell;
use std::pin::pin;
use std::str::Chars;
use std::time::Duration;
use tokio::time::sleep;

const LETTER: Duration = Duration::from_millis(100);
const PATIENCE: Duration = Duration::from_millis(350);

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
        tokio::select! {
            biased;
            word = word(wire) => println!("  a word: {word}"),
            () = sleep(PATIENCE) => println!("  the clerk looks up"),
        }
    }
}

async fn goes_on(wire: &RefCell<Chars<'_>>) {
    for _ in 0..2 {
        let mut word = pin!(word(wire));
        loop {
            tokio::select! {
                biased;
                word = word.as_mut() => break println!("  a word: {word}"),
                () = sleep(PATIENCE) => println!("  the clerk looks up"),
            }
        }
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("on the wire: SEND HELP. He starts anew each time:");
    starts_anew(&RefCell::new("SEND HELP ".chars())).await;
    println!("He goes on where he was:");
    goes_on(&RefCell::new("SEND HELP ".chars())).await;
}
