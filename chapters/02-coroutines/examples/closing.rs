//! A coroutine that is dropped halfway puts out its lamp and locks its door, too.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};

/// Prints its text when it is dropped.
struct OnDrop(&'static str);

impl Drop for OnDrop {
    fn drop(&mut self) {
        println!("  {}", self.0);
    }
}

/// Looks into the rooms that it is told of, until it is sent home.
enum Watchman {
    Outside,
    /// Fields are dropped from top to bottom: what was done last is undone first.
    Inside {
        _lamp: OnDrop,
        _door: OnDrop,
    },
    Home,
}

impl Coroutine<&str> for Watchman {
    type Yield = ();
    type Return = ();

    fn resume_with(&mut self, order: &str) -> CoroutineState<(), ()> {
        match self {
            Watchman::Outside => {
                println!("  unlocks the door, lights the lamp");
                *self = Watchman::Inside {
                    _lamp: OnDrop("puts out the lamp"),
                    _door: OnDrop("locks the door"),
                };
            }
            Watchman::Inside { .. } => {}
            Watchman::Home => panic!("Watchman resumed after it completed"),
        }
        if order == "home" {
            *self = Watchman::Home;
            return Complete(());
        }
        println!("  {order}: all quiet");
        Yielded(())
    }
}

fn main() {
    println!("sent home:");
    let mut watchman = Watchman::Outside;
    watchman.resume_with("hall");
    watchman.resume_with("home");

    println!("dropped in the hall:");
    let mut watchman = Watchman::Outside;
    watchman.resume_with("hall");
    drop(watchman);

    println!("dropped before the first order:");
    drop(Watchman::Outside);
    println!("end of the shift");
}
