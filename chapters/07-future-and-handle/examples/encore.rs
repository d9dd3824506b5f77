//! A theatre closes. Three actors are sent home: one waits for his cue, one has not
//! begun, one has finished.

use ch04_scheduler::trace;
use ch07_future_and_handle::{EventLoop, JoinError, sleep, spawn, yield_now};
use std::time::Duration;

/// Hangs up the costume, however the evening ends.
struct Costume(&'static str);

impl Drop for Costume {
    fn drop(&mut self) {
        println!("{}: hangs up the costume", self.0);
    }
}

async fn act(name: &'static str, cue: u64) -> &'static str {
    let _costume = Costume(name);
    println!("{name}: dressed");
    sleep(Duration::from_millis(cue)).await;
    println!("{name}: to be or not to be");
    "applause"
}

fn report(name: &str, end: Result<&str, JoinError>) {
    match end {
        Ok(result) => println!("{name}: {result}"),
        Err(error) => println!("{name}: {error}"),
    }
}

async fn theatre() {
    let hamlet = spawn(act("Hamlet", 5));
    let ghost = spawn(act("ghost", 5000));
    sleep(Duration::from_millis(10)).await;
    let horatio = spawn(act("Horatio", 1));
    println!("theatre: we close");
    for actor in [&hamlet, &ghost, &horatio] {
        actor.cancel();
    }
    println!("theatre: everybody has been told");
    yield_now().await;
    println!("theatre: lights out");
    report("Hamlet", hamlet.await);
    report("ghost", ghost.await);
    report("Horatio", horatio.await);
}

fn main() {
    trace::init();
    EventLoop::from_env().run_until_complete(theatre());
}
