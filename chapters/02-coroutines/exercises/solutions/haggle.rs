//! A rug at the bazaar has a dealer who meets every offer halfway. In Python the
//! dealer is a generator, and nobody can make an offer before calling `next`:
//!
//! ```text
//! def dealer(price):
//!     while True:
//!         offer = yield price
//!         if offer >= price:
//!             return offer
//!         price = (price + offer) // 2
//! ```

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};

/// Names a price, and lowers it until an offer is high enough.
///
/// - `None` is no offer: it yields the price, as `next` does.
/// - An offer that is as high as the price, or higher, is accepted: it returns the
///   offer.
/// - After any other offer the price is halfway between the two, rounded down, and
///   that is what it yields.
pub struct Dealer {
    price: u32,
}

impl Dealer {
    /// A dealer who will ask `price`, and has not said so yet.
    pub fn new(price: u32) -> Self {
        Dealer { price }
    }
}

impl Coroutine<Option<u32>> for Dealer {
    type Yield = u32;
    type Return = u32;

    fn resume_with(&mut self, offer: Option<u32>) -> CoroutineState<u32, u32> {
        // TODO: hear the offer, if there is one, then name the price
        match offer {
            None => {}
            Some(offer) if offer >= self.price => return Complete(offer),
            Some(offer) => self.price = self.price.midpoint(offer),
        }
        Yielded(self.price)
        // END
    }
}
