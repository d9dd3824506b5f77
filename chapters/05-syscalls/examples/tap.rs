//! A cook waits for the potatoes, and is told to wait for the cake instead.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch04_scheduler::trace;
use ch05_syscalls::{Deadlock, Kernel, Reply, SystemCall, Trap, WaitTask, Yield, trap};
use std::slice::Iter;

/// Taps this task on the shoulder: whatever it waits for, it waits no longer.
struct Tap(Tid);

impl SystemCall for Tap {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.reply(self.0, Reply::Done);
        kernel.reply(caller, Reply::Done);
    }
}

/// Waits for one dish. If he is tapped, for the next one.
struct Cook {
    dishes: Iter<'static, (&'static str, u64)>,
    dish: &'static str,
}

impl Coroutine<Reply> for Cook {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if let Reply::Exited(_) = reply {
            println!("cook: takes out the {}", self.dish);
            return Complete(());
        }
        let (dish, tid) = self.dishes.next().expect("he is tapped once");
        println!("cook: waits for the {dish}");
        self.dish = dish;
        trap(WaitTask(Tid::new(*tid)))
    }
}

/// On the fire for so many turns.
struct Dish(&'static str, u32);

impl Coroutine<Reply> for Dish {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        if self.1 == 0 {
            println!("{}: done", self.0);
            return Complete(());
        }
        self.1 -= 1;
        trap(Yield)
    }
}

/// Taps the cook, and ends.
struct Chef(Option<Tap>);

impl Coroutine<Reply> for Chef {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        let Some(tap) = self.0.take() else { return Complete(()) };
        println!("chef: leave those, wait for the cake");
        trap(tap)
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    let dishes = [("potatoes", 2), ("cake", 3)].iter();
    let cook = kernel.create_task("cook", Cook { dishes, dish: "" });
    kernel.create_task("potatoes", Dish("potatoes", 3));
    kernel.create_task("cake", Dish("cake", 6));
    kernel.create_task("chef", Chef(Some(Tap(cook))));
    kernel.run()
}
