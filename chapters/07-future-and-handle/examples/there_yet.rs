//! A future that holds another one, and counts how often it is asked.

use ch07_future_and_handle::{EventLoop, yield_now};
use pin_project_lite::pin_project;
use std::pin::Pin;
use std::task::{Context, Poll};

pin_project! {
    /// Asks at every poll whether the trip is over.
    struct AreWeThereYet<F> {
        #[pin]
        trip: F,
        questions: u32,
    }
}

impl<F: Future> Future for AreWeThereYet<F> {
    type Output = (F::Output, u32);

    fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> {
        let this = self.project();
        *this.questions += 1;
        this.trip.poll(cx).map(|place| (place, *this.questions))
    }
}

async fn trip() -> &'static str {
    for place in ["the garage", "the motorway", "a traffic jam"] {
        println!("we are in {place}");
        yield_now().await;
    }
    "the sea"
}

fn main() {
    let asked = AreWeThereYet { trip: trip(), questions: 0 };
    let (place, questions) = EventLoop::from_env().run_until_complete(asked);
    println!("we are at {place}, after {questions} questions");
}
