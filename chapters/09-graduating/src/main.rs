//! One future, and four who run it. It is written against `std`, so it asks nobody whose it is.

#[path = "../../07-future-and-handle/examples/textbook/letterbox.rs"]
mod letterbox;
#[path = "../../07-future-and-handle/examples/textbook/event_loop.rs"]
mod textbook;

use ch08_gather_and_select::{Either, select};
use letterbox::Letterbox;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::Duration;

/// Waits for a letter or a telegram, whichever comes first. The uncle writes from another
/// thread.
async fn household() -> String {
    let (letter, telegram) = (Letterbox::default(), Letterbox::default());
    let address = letter.clone();
    thread::spawn(move || address.put("the parrot talks"));
    let letter = poll_fn(|cx| letter.poll_letter(cx));
    let telegram = poll_fn(|cx| telegram.poll_letter(cx));
    match select(letter, telegram).await {
        Either::Left(letter) => format!("a letter: {letter}"),
        Either::Right(telegram) => format!("a telegram: {telegram}"),
    }
}

fn on_the_textbook_loop() {
    let mut event_loop = textbook::EventLoop::default();
    event_loop.spawn(async { println!("textbook  {}", household().await) });
    event_loop.run();
}

/// Runs a future on chapter 08's loop.
fn ours<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    let event_loop = ch08_gather_and_select::event_loop().expect("a selector");
    event_loop.run_until_complete(future)
}

/// Runs a future on tokio, on this thread.
fn tokios<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime").block_on(future)
}

/// What `run` does, or what it panics with.
fn attempt(run: impl FnOnce()) -> String {
    let Err(panic) = catch_unwind(AssertUnwindSafe(run)) else { return "works".into() };
    let text = panic.downcast_ref::<&str>().map(|text| text.to_string());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    format!("panics: {}", text.expect("a panic with a text"))
}

fn main() {
    on_the_textbook_loop();
    println!("ours      {}", ours(household()));
    println!("tokio     {}", tokios(household()));
    println!("smol      {}", smol::block_on(household()));

    let moment = Duration::from_millis(10);
    println!("\ntokio's sleep on our loop");
    println!("  {}", attempt(|| ours(async move { tokio::time::sleep(moment).await })));
    println!("our sleep on tokio");
    println!("  {}", attempt(|| tokios(ch08_gather_and_select::sleep(moment))));
    println!("smol's timer on our loop");
    println!("  {}", attempt(|| _ = ours(smol::Timer::after(moment))));
}
