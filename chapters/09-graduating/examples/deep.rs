//! An `async fn` that calls itself. With `-- 1000000` behind it, it ends badly.

use ch07_future_and_handle::{EventLoop, yield_now};

/// Each level is a box, held by the level above.
async fn stairs(left: u32) -> u32 {
    if left == 0 {
        yield_now().await;
        return 0;
    }
    1 + Box::pin(stairs(left - 1)).await
}

fn main() {
    let depth = std::env::args().nth(1).and_then(|depth| depth.parse().ok());
    let stairs = stairs(depth.unwrap_or(1000));
    println!("the first level: {} bytes", size_of_val(&stairs));
    println!("steps: {}", EventLoop::new().run_until_complete(stairs));
}
