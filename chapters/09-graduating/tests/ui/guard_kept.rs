use std::sync::{Arc, Mutex};
use tokio::task::yield_now;

async fn draw(account: Arc<Mutex<i32>>) {
    let mut balance = account.lock().unwrap();
    yield_now().await;
    *balance -= 80;
}

#[tokio::main]
async fn main() {
    tokio::spawn(draw(Arc::default()));
}
