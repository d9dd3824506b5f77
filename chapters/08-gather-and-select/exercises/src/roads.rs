// Check it: cargo test -p ex08-gather-and-select roads

//! Snow. You must know whether any of the roads to the village is open, and send a
//! scout along each. The first who gets through has the answer. If nobody does, the
//! mayor wants to hear from each road why.

use ch08_gather_and_select::select_all;
use std::pin::Pin;

/// Lets all scouts run at the same time. Gives the first `Ok`, as soon as it is there,
/// and drops the scouts who are still on their way.
///
/// An `Err` stops only its own scout. If all of them have failed: what they report, in
/// the order of the arguments. No scouts: no reports.
pub async fn first_ok<F, T, E>(scouts: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>>,
{
    let mut reports: Vec<Option<E>> = scouts.iter().map(|_| None).collect();
    // Each with the number of its road, boxed, so that the list may change.
    let mut running: Vec<(usize, Pin<Box<F>>)> =
        scouts.into_iter().map(Box::pin).enumerate().collect();
    todo!("while scouts are running, wait for the first of them");
    Err(reports.into_iter().flatten().collect())
}
