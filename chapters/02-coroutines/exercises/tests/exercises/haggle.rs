use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{Complete, Yielded};
use evidence::assert_lines;
use ex02_coroutines::haggle::Dealer;

/// Haggles over a rug of 100. A line for each offer, with what the dealer said to it.
fn at_the_bazaar(offers: &[Option<u32>]) -> String {
    let mut dealer = Dealer::new(100);
    let mut lines = String::new();
    for offer in offers {
        let offered = offer.map_or("no offer".into(), |offer| offer.to_string());
        lines += &match dealer.resume_with(*offer) {
            Yielded(price) => format!("{offered}: costs {price}\n"),
            Complete(paid) => format!("{offered}: sold for {paid}\n"),
        };
    }
    lines
}

#[test]
fn the_dealer_speaks_first() {
    assert_lines(
        "before the first offer the dealer names the price, and does not lower it",
        &at_the_bazaar(&[None]),
        "no offer: costs 100",
    );
}

#[test]
fn a_low_offer_is_met_halfway() {
    assert_lines(
        "40 brings the price down to 70, and 61 to 65, which is rounded down",
        &at_the_bazaar(&[None, Some(40), Some(61)]),
        "no offer: costs 100\n40: costs 70\n61: costs 65",
    );
}

#[test]
fn an_offer_that_is_high_enough_is_accepted() {
    assert_lines(
        "the price has come down to 70, and 70 is offered: that is high enough",
        &at_the_bazaar(&[None, Some(40), Some(70)]),
        "no offer: costs 100\n40: costs 70\n70: sold for 70",
    );
}

#[test]
fn what_is_paid_is_the_offer() {
    assert_lines(
        "whoever offers more than the price pays what they offered",
        &at_the_bazaar(&[None, Some(120)]),
        "no offer: costs 100\n120: sold for 120",
    );
}
