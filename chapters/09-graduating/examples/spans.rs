//! Two requests on one thread, and a log that says which line belongs to whom. Or does not.

use ch07_future_and_handle::{EventLoop, yield_now};
use ch08_gather_and_select::gather;
use tracing::{Instrument, info, info_span};

async fn steps() {
    info!("reads");
    yield_now().await;
    info!("answers");
}

/// The span is entered, and stays entered while others have their turn.
async fn guarded(guest: &'static str) {
    let _entered = info_span!("request", guest).entered();
    steps().await;
}

/// The span is entered before each poll of this future, and left after it.
async fn instrumented(guest: &'static str) {
    steps().instrument(info_span!("request", guest)).await;
}

fn main() {
    tracing_subscriber::fmt()
        .without_time()
        .with_target(false)
        .with_level(false)
        .with_ansi(false)
        .init();
    let event_loop = EventLoop::new();
    println!("a guard across an await");
    event_loop.run_until_complete(async {
        gather([guarded("ann"), guarded("bob")]).await;
    });
    println!("instrumented");
    event_loop.run_until_complete(async {
        gather([instrumented("ann"), instrumented("bob")]).await;
    });
}
