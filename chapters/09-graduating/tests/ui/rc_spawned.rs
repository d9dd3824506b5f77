use std::rc::Rc;
use tokio::task::yield_now;

async fn guest(name: Rc<str>) {
    yield_now().await;
    println!("good evening, {name}");
}

#[tokio::main]
async fn main() {
    tokio::spawn(guest("ann".into()));
}
