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
    // TODO: serve the whole menu, with no more than `hobs` dishes on at a time
    let served: Vec<Option<F::Output>> = menu.iter().map(|_| None).collect();
    let served = Rc::new(RefCell::new(served));
    let menu = Rc::new(RefCell::new(menu.into_iter().enumerate()));
    let hob = |_| {
        let (menu, served) = (menu.clone(), served.clone());
        async move {
            loop {
                let next = menu.borrow_mut().next();
                let Some((place, dish)) = next else { return };
                let done = dish.await;
                served.borrow_mut()[place] = Some(done);
            }
        }
    };
    gather((0..hobs).map(hob)).await;
    served.take().into_iter().flatten().collect()
    // END
}
