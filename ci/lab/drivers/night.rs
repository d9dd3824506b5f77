use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::EventLoop;
use ch08_gather_and_select::Selector;

/// A host who looks in as often as the reader likes.
async fn host(asleep: Rc<Cell<u32>>, every: Duration) {
    let mut rounds = interval(every);
    loop {
        rounds.tick().await;
        say(&format!("the host looks in: {} asleep", asleep.get()));
    }
}

/// The same night, for sleepers who sleep for as long as the reader likes.
async fn night(beds: [(&'static str, u64); 3], every: Duration) {
    let asleep = Rc::new(Cell::new(0));
    let host = spawn(host(asleep.clone(), every));
    let sleepers = beds.map(|(name, ms)| sleeper(name, ms, asleep.clone()));
    let dreams = gather(sleepers).await;
    host.cancel();
    say(&format!("good morning: {}", dreams.join(", ")));
}

/// With the inputs as they are at first, this is `main`.
pub(crate) fn run(inputs: &crate::Inputs) {
    let ms = |name| 100 * inputs.number(name) as u64;
    let beds = [("Ann", ms("ann")), ("Bob", ms("bob")), ("Cid", ms("cid"))];
    let night = night(beds, Duration::from_millis(ms("host")));
    let selector = Selector::new(Clock::stopped()).expect("a selector");
    EventLoop::with_driver(selector).run_until_complete(night);
}
