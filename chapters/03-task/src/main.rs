//! Two tasks take turns by hand, until each has ended in its own way.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::*};
use ch03_task::{Task, Tid};

/// Calls out the seconds that are left. It does not listen.
struct Clock {
    seconds: u32,
}

impl Coroutine<Option<i32>> for Clock {
    type Yield = String;
    type Return = ();

    fn resume_with(&mut self, _: Option<i32>) -> CoroutineState<String, ()> {
        if self.seconds == 0 {
            return Complete(());
        }
        self.seconds -= 1;
        Yielded(format!("T minus {}", self.seconds))
    }
}

/// Repeats the temperature that it is told, unless it cannot be true.
struct Weather;

impl Coroutine<Option<i32>> for Weather {
    type Yield = String;
    type Return = ();

    fn resume_with(&mut self, told: Option<i32>) -> CoroutineState<String, ()> {
        match told {
            None => Yielded("no reading yet".into()),
            Some(degrees @ ..-273) => panic!("{degrees} is colder than cold gets"),
            Some(degrees) => Yielded(format!("{degrees} degrees")),
        }
    }
}

/// Gives `task` one turn and reports it. Says whether the task is still alive.
fn turn(task: &mut Task<String, Option<i32>>) -> bool {
    let state = task.resume();
    match &state {
        Yielded(report) => println!("{} {}: {report}", task.tid(), task.name()),
        Complete(exit) => println!("{} {} {exit}", task.tid(), task.name()),
    }
    matches!(state, Yielded(_))
}

fn main() {
    let mut clock = Task::new(Tid::new(1), "clock", Clock { seconds: 4 });
    let mut weather = Task::new(Tid::new(2), "weather", Weather);
    let (mut clock_alive, mut weather_alive) = (true, true);
    let mut readings = [21, -300].into_iter();
    while clock_alive || weather_alive {
        clock_alive = clock_alive && turn(&mut clock);
        weather_alive = weather_alive && turn(&mut weather);
        weather.set_send_value(readings.next());
    }
}
