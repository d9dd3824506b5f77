use ch07_future_and_handle::{AsCoroutine, call};

/// An office whose postmen walk as fast as the reader likes. It makes the program's own calls, and is
/// written as chapter 07 would.
async fn office(postmen: [Postman; 2], shift: Duration) {
    let mut out = Vec::new();
    for postman in postmen {
        if let Reply::Tid(postman) = call(NewTask(postman.0, postman)).await {
            out.push(postman);
        }
    }
    call(Sleep(shift)).await;
    while let Some(postman) = out.pop() {
        println!("office: task {postman}, come in");
        call(KillTask(postman)).await;
    }
}

/// With the inputs as they are at first, this is `main`.
pub(crate) fn run(inputs: &crate::Inputs) {
    let ms = |name| inputs.number(name) as u64;
    let mut postmen = [Postman("odd", 1, ms("odd")), Postman("even", 2, ms("even"))];
    if inputs.choice("first") == "even" {
        postmen.reverse();
    }
    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::stopped()));
    let office = office(postmen, Duration::from_millis(ms("office")));
    kernel.create_task("office", AsCoroutine::new(office));
    if let Err(deadlock) = kernel.run() {
        println!("{deadlock}");
    }
}
