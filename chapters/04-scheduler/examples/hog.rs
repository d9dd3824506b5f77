//! A task that blocks the thread in its turn: all the others wait with it.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch04_scheduler::{Scheduler, trace};
use std::ops::RangeInclusive;
use std::thread;
use std::time::{Duration, Instant};

/// Serves a table a turn. That takes no time worth mentioning.
struct Waiter {
    opened: Instant,
    tables: RangeInclusive<u32>,
}

impl Generator for Waiter {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        let Some(table) = self.tables.next() else {
            return Complete(());
        };
        let seconds = self.opened.elapsed().as_secs_f64();
        println!("{seconds:.0} s: the waiter serves table {table}");
        Yielded(())
    }
}

/// Stares at the oven for a whole second, and holds the thread while it does.
struct Cook {
    loaves: u32,
}

impl Generator for Cook {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        if self.loaves == 0 {
            return Complete(());
        }
        self.loaves -= 1;
        println!("     the cook stares at the oven");
        thread::sleep(Duration::from_secs(1));
        Yielded(())
    }
}

fn main() {
    trace::init();
    let (opened, tables) = (Instant::now(), 1..=5);
    let mut scheduler = Scheduler::new();
    scheduler.create_task("waiter", Waiter { opened, tables });
    scheduler.create_task("cook", Cook { loaves: 2 });
    scheduler.run();
}
