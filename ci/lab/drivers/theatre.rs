use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::ThreadDriver;

/// The same evening, with cues that the reader gives.
async fn theatre(cues: [u64; 3], close: u64, told: &'static str) {
    let [hamlet, ghost, horatio] = cues;
    let hamlet = spawn(act("Hamlet", hamlet));
    let ghost = spawn(act("ghost", ghost));
    sleep(Duration::from_millis(close)).await;
    let horatio = spawn(act("Horatio", horatio));
    let actors = [("Hamlet", hamlet), ("ghost", ghost), ("Horatio", horatio)];
    println!("theatre: we close");
    for (name, actor) in &actors {
        if [name, "everybody"].contains(&told) {
            actor.cancel();
        }
    }
    println!("theatre: {told} has been told");
    yield_now().await;
    println!("theatre: lights out");
    for (name, actor) in actors {
        report(name, actor.await);
    }
}

/// With the inputs as they are at first, this is `main`.
pub(crate) fn run(inputs: &crate::Inputs) {
    let ms = |name| inputs.number(name) as u64;
    let cues = ["hamlet", "ghost", "horatio"].map(ms);
    let evening = theatre(cues, ms("close"), inputs.choice("told"));
    let driver = ThreadDriver::new(Clock::stopped());
    EventLoop::with_driver(driver).run_until_complete(evening);
}
