//! A task may outlive whoever spawned it.
use ch07_future_and_handle::spawn;

async fn household() {
    let address = String::from("12 Harbour Street");
    let street = address.as_str();
    spawn(async move { println!("to {street}") });
}

fn main() {
    let _ = household();
}
