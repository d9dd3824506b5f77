// Check it: cargo test -p ex08-gather-and-select pigeons

//! You are on an island, and send a question to the mainland by pigeon. The answer
//! comes back with the pigeon, or the pigeon does not come back. There are hawks.

use ch08_gather_and_select::timeout;
use std::time::Duration;

/// Sends a pigeon, and waits for `patience`. If it has not come back by then, sends
/// the next one, up to as many as there are.
///
/// `send` sends one; what it gives is the wait for that pigeon's answer. A pigeon that
/// we do not wait for any more has been dropped before the next one starts.
///
/// The first answer counts, and nobody waits after it. `None`: none came back.
pub async fn ask<F: Future>(
    pigeons: u32,
    patience: Duration,
    mut send: impl FnMut() -> F,
) -> Option<F::Output> {
    todo!("send one pigeon after the other, and wait for each, but not for ever")
}
