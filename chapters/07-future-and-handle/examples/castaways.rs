//! The castaways of chapter 05 once more, as one `async` function.

use ch04_scheduler::trace;
use ch05_syscalls::{Deadlock, GetTid, Kernel, Reply};
use ch07_future_and_handle::{AsCoroutine, call};

async fn castaway(name: &'static str) {
    println!("{name}: who am I?");
    match call(GetTid).await {
        Reply::Tid(me) => println!("{name}: I am task {me}"),
        other => panic!("unexpected reply: {other:?}"),
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    kernel.create_task("red", AsCoroutine::new(castaway("red")));
    kernel.create_task("blue", AsCoroutine::new(castaway("blue")));
    kernel.run()
}
