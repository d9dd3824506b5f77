use ex00_before_you_start::left_luggage::{Locker, Suitcase};

fn suitcase(owner: &str) -> Suitcase {
    Suitcase { owner: owner.into() }
}

#[test]
fn a_suitcase_is_handed_out_once() {
    let mut locker = Locker::default();
    assert_eq!(locker.leave(suitcase("ann")), Ok(()), "an empty locker has room");
    assert_eq!(locker.fetch(), Some(suitcase("ann")), "ann gets what she left");
    assert_eq!(locker.fetch(), None, "the second time there is nothing inside");
}

#[test]
fn an_empty_locker_has_nothing() {
    assert_eq!(Locker::default().fetch(), None, "nobody has left anything");
}

#[test]
fn a_full_locker_gives_the_second_one_back() {
    let mut locker = Locker::default();
    assert_eq!(locker.leave(suitcase("ann")), Ok(()), "an empty locker has room");
    let returned = locker.leave(suitcase("bob"));
    assert_eq!(returned, Err(suitcase("bob")), "there is no room, so bob keeps his");
    assert_eq!(locker.fetch(), Some(suitcase("ann")), "ann's is still inside");
}
