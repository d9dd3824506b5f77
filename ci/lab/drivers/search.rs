use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::EventLoop;
use ch08_gather_and_select::Selector;

/// The same evening, as long as the reader likes.
async fn evening(places: [(&'static str, u64); 3], dark: Duration) {
    let parties = gather(places.map(|(place, ms)| search(place, ms)));
    match timeout(dark, parties).await {
        Ok(places) => say(&format!("all done: {}", places.join(", "))),
        Err(_) => say("it is dark: the search is called off"),
    }
}

/// With the inputs as they are at first, this is `main`.
pub(crate) fn run(inputs: &crate::Inputs) {
    let ms = |name| 100 * inputs.number(name) as u64;
    let places = [
        ("the north", ms("north")),
        ("the lake", ms("lake")),
        ("the woods", ms("woods")),
    ];
    let evening = evening(places, Duration::from_millis(ms("dark")));
    let selector = Selector::new(Clock::stopped()).expect("a selector");
    EventLoop::with_driver(selector).run_until_complete(evening);
}
