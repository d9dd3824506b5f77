// Check it: cargo test -p ex08-gather-and-select hobs

//! The kitchen has two hobs, and there are nine dishes on the menu. `gather` would
//! put all nine on at once.

use ch08_gather_and_select::gather;
use std::cell::RefCell;
use std::rc::Rc;

/// Cooks all dishes, at most `hobs` of them at the same time. Gives what they have
/// become, in the order of the menu.
///
/// They are put on in the order of the menu. As soon as a hob is free, the next dish
/// goes on it: nobody waits for the other hobs.
///
/// # Panics
///
/// If there are no hobs: nobody would ever eat.
pub async fn cook<F>(hobs: usize, menu: Vec<F>) -> Vec<F::Output>
where
    F: Future<Output: 'static> + 'static,
{
    assert!(hobs > 0, "a kitchen needs at least one hob");
    todo!("serve the whole menu, with no more than `hobs` dishes on at a time")
}
