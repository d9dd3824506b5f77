//! A random program's tasks, as coroutines that note what happens to them.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch05_syscalls::{
    Deadlock, Kernel, KillTask, NewTask, Reply, Trap, WaitTask, Yield, trap,
};
use model::{Act, Outcome, Program};
use std::cell::{Cell, RefCell};
use std::panic::resume_unwind;
use std::rc::Rc;
use std::thread;
use std::time::Duration;
use std::vec::IntoIter;

/// What all tasks of a program share.
pub(crate) struct World {
    log: RefCell<Vec<String>>,
    created: Cell<usize>,
    sleep: fn(Duration) -> Trap,
}

/// One task.
struct Body {
    me: usize,
    acts: IntoIter<Act>,
    started: bool,
    grudge: bool,
    world: Rc<World>,
}

impl Body {
    fn new(acts: Vec<Act>, world: &Rc<World>) -> Self {
        world.created.update(|created| created + 1);
        Body {
            me: world.created.get(),
            acts: acts.into_iter(),
            started: false,
            grudge: false,
            world: Rc::clone(world),
        }
    }

    fn say(&self, what: &str) {
        self.world.log.borrow_mut().push(format!("{} {what}", self.me));
    }

    /// Notes what it was told.
    fn hear(&mut self, reply: Reply) {
        match reply {
            Reply::Done if !self.started => self.say("begins"),
            Reply::Done => self.say("goes on"),
            Reply::Tid(tid) => self.say(&format!("has {tid}")),
            Reply::Exited(exit) => self.say(&format!("hears: it {exit}")),
            Reply::Refused(why) => self.say(&format!("hears: {why}")),
        }
        self.started = true;
    }
}

impl Coroutine<Reply> for Body {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        self.hear(reply);
        let Some(act) = self.acts.next() else { return Complete(()) };
        match act {
            Act::Spawn(acts) => trap(NewTask("child", Body::new(acts, &self.world))),
            Act::Wait(other) => trap(WaitTask(Tid::new(other as u64))),
            Act::Cancel(other) => trap(KillTask(Tid::new(other as u64))),
            Act::Sleep(time) => {
                CoroutineState::Yielded((self.world.sleep)(model::duration(time)))
            }
            // Without the panic hook's message: there will be thousands.
            Act::Panic => resume_unwind(Box::new("on purpose")),
            act => {
                self.grudge |= act == Act::Grudge;
                trap(Yield)
            }
        }
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        self.say("is gone");
        // A panic on top of a panic would end the process.
        if self.grudge && !thread::panicking() {
            resume_unwind(Box::new("a grudge"));
        }
    }
}

/// Runs this program on this kernel, and compares with the model.
///
/// # Errors
///
/// How they differ, and what is left that should not be.
pub(crate) fn agrees(
    program: &Program,
    kernel: &mut Kernel,
    sleep: fn(Duration) -> Trap,
) -> Result<Outcome, String> {
    let (log, created) = (RefCell::default(), Cell::default());
    let world = Rc::new(World { log, created, sleep });
    kernel.create_task("first", Body::new(program.0.clone(), &world));
    let ended: Result<(), Deadlock> = kernel.run();

    let expected = model::kernel(program);
    expected.expect(program, &world.log.borrow())?;
    ended.map_err(|deadlock| format!("{program}\n{deadlock}"))?;
    let left = Rc::strong_count(&world) - 1 + kernel.tasks().count();
    if left > 0 {
        return Err(format!("{program}\n{left} of its tasks are left"));
    }
    Ok(expected)
}
