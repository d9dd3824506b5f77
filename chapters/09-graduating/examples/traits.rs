//! `async` in traits and in closures, and what to do where a trait object is wanted.

use ch07_future_and_handle::{EventLoop, yield_now};
use std::pin::Pin;

/// Each implementor's future is a type of its own, so this is no trait for `dyn`.
trait Cook {
    async fn cook(&self) -> String;
}

struct Ann;

impl Cook for Ann {
    async fn cook(&self) -> String {
        yield_now().await;
        "soup".into()
    }
}

/// The caller is compiled once for each cook.
async fn dinner(cook: impl Cook) -> String {
    cook.cook().await
}

/// All futures in boxes of one type: this one may be `dyn`.
trait DynCook {
    fn cook(&self) -> Pin<Box<dyn Future<Output = String> + '_>>;
}

impl<C: Cook> DynCook for C {
    fn cook(&self) -> Pin<Box<dyn Future<Output = String> + '_>> {
        Box::pin(Cook::cook(self))
    }
}

/// An async closure may borrow what it has captured, at each call anew.
async fn thrice(mut call: impl AsyncFnMut(u32)) {
    for number in 1..=3 {
        call(number).await;
    }
}

async fn kitchen() {
    println!("a trait:      {}", dinner(Ann).await);
    let cooks: [Box<dyn DynCook>; 2] = [Box::new(Ann), Box::new(Ann)];
    for cook in cooks {
        println!("a dyn trait:  {}", cook.cook().await);
    }
    let mut sum = 0;
    thrice(async |number| {
        yield_now().await;
        sum += number;
    })
    .await;
    println!("a closure:    {sum}");
}

fn main() {
    EventLoop::new().run_until_complete(kitchen());
}
