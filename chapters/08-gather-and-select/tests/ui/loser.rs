use ch08_gather_and_select::{Either, select, sleep};
use std::time::Duration;

async fn word() -> String {
    "SEND".into()
}

async fn clerk() -> String {
    let word = word();
    match select(word, sleep(Duration::from_millis(350))).await {
        Either::Left(word) => word,
        Either::Right(()) => word.await,
    }
}

fn main() {}
