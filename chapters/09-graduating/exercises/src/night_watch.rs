// Check it: cargo test -p ex09-graduating night_watch

//! The night watch calls the hour, once an hour. When somebody comes to the
//! gate, he lets them in. It works in quiet nights. In busy ones nobody knows
//! how late it is.

use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::time::{self, Instant};

/// The time from one call to the next.
pub const HOUR: Duration = Duration::from_secs(3600);

/// What he says in a night, until the gate closes.
pub async fn night_watch(mut gate: Receiver<&'static str>) -> Vec<String> {
    let mut said = Vec::new();
    let mut due = Instant::now() + HOUR;
    loop {
        let hour = time::sleep(HOUR);
        tokio::select! {
            biased;
            () = hour => {
                said.push("all is well".into());
                due += HOUR;
            }
            visitor = gate.recv() => match visitor {
                Some(visitor) => said.push(format!("come in, {visitor}")),
                None => return said,
            },
        }
    }
}
