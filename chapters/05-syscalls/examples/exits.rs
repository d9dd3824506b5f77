//! A guest waits for three dishes, and learns how each of them ended.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch04_scheduler::trace;
use ch05_syscalls::{
    Deadlock, Kernel, KillTask, NewTask, Reply, Trap, WaitTask, Yield, trap,
};

/// Needs two turns. A salad is then done, a souffle falls, a steak takes for ever.
struct Dish {
    name: &'static str,
    turn: u32,
}

impl Coroutine<Reply> for Dish {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        self.turn += 1;
        match (self.turn, self.name) {
            (1, _) | (_, "steak") => trap(Yield),
            (_, "salad") => Complete(()),
            (_, name) => panic!("the {name} has collapsed"),
        }
    }
}

/// Orders a dish, waits for it, orders the next.
struct Guest {
    menu: std::slice::Iter<'static, &'static str>,
}

impl Coroutine<Reply> for Guest {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        match reply {
            Reply::Tid(dish) => return trap(WaitTask(dish)),
            Reply::Exited(exit) => println!("guest: it {exit}"),
            Reply::Refused(why) => println!("guest: {why}"),
            Reply::Done => {}
        }
        let Some(name) = self.menu.next() else {
            println!("guest: the bill, please");
            return Complete(());
        };
        println!("guest: a {name}, please");
        trap(NewTask(name, Dish { name, turn: 0 }))
    }
}

/// Lies under the table for nine turns, then takes the third dish, which is task 5.
struct Dog {
    turn: u32,
}

impl Coroutine<Reply> for Dog {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        self.turn += 1;
        match self.turn {
            1..=9 => trap(Yield),
            10 => {
                println!("dog: mine");
                trap(KillTask(Tid::new(5)))
            }
            _ => Complete(()),
        }
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    kernel.create_task("dog", Dog { turn: 0 });
    let menu = ["salad", "souffle", "steak"].iter();
    kernel.create_task("guest", Guest { menu });
    kernel.run()
}
