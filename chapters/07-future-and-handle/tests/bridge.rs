//! What the bridge from `async` blocks to the kernel of chapter 05 promises.

use ch02_coroutines::{Coroutine, CoroutineState::Yielded};
use ch05_syscalls::{GetTid, Kernel, KillTask, NewTask, Reply, WaitTask, Yield};
use ch07_future_and_handle::{AsCoroutine, call};
use std::cell::Cell;
use std::future::pending;
use std::rc::Rc;

fn run(future: impl Future<Output = ()> + 'static) {
    let mut kernel = Kernel::new();
    kernel.create_task("test", AsCoroutine::new(future));
    assert_eq!(kernel.run(), Ok(()));
}

/// Creates a task, and waits for its end.
async fn exit_of(future: impl Future<Output = ()> + 'static) -> String {
    let Reply::Tid(tid) = call(NewTask("child", AsCoroutine::new(future))).await else {
        panic!("a new task has a number");
    };
    match call(WaitTask(tid)).await {
        Reply::Exited(exit) => exit.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn replies_come_in_the_order_of_the_calls() {
    run(async {
        assert_eq!(call(Yield).await, Reply::Done);
        let Reply::Tid(me) = call(GetTid).await else { panic!("no number") };
        let Reply::Tid(again) = call(GetTid).await else { panic!("no number") };
        assert_eq!(me, again);
    });
}

#[test]
fn nothing_runs_before_the_first_resume() {
    let started = Rc::new(Cell::new(false));
    let seen = started.clone();
    let mut task = AsCoroutine::new(async move {
        seen.set(true);
        call(Yield).await;
    });
    assert!(!started.get());
    assert!(
        matches!(task.resume_with(Reply::Done), Yielded(call) if call.name() == "Yield")
    );
    assert!(started.get());
}

#[test]
fn who_awaits_something_else_ends_with_a_panic() {
    run(async {
        let exit = exit_of(pending()).await;
        assert_eq!(exit, "panicked: it stopped without a system call");
    });
}

#[test]
fn a_killed_task_drops_its_locals() {
    struct Lamp(Rc<Cell<bool>>);
    impl Drop for Lamp {
        fn drop(&mut self) {
            self.0.set(false);
        }
    }
    let lit = Rc::new(Cell::new(true));
    let seen = lit.clone();
    run(async move {
        let lamp = Lamp(seen.clone());
        let body = AsCoroutine::new(async move {
            let _lamp = lamp;
            loop {
                call(Yield).await;
            }
        });
        let Reply::Tid(tid) = call(NewTask("lamp", body)).await else {
            panic!("a new task has a number");
        };
        call(Yield).await;
        assert!(seen.get());
        call(KillTask(tid)).await;
        assert!(!seen.get());
    });
    assert!(!lit.get());
}
