//! Ctrl-C as a future. The program presses it itself.

use signal_hook::{consts::SIGINT, low_level};
use std::time::Duration;
use tokio::time::sleep;

async fn serve() {
    sleep(Duration::from_secs(3600)).await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tokio::spawn(async {
        println!("the server is up");
        low_level::raise(SIGINT).expect("a signal that we may send");
    });
    tokio::select! {
        () = serve() => println!("an hour has passed"),
        result = tokio::signal::ctrl_c() => {
            result.expect("a handler can be installed");
            println!("Ctrl-C: goodbye");
        }
    }
}
