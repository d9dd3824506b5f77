//! Many futures, one list of results.

use super::{gather, run};
use crate::clock::nanoseconds_each;
use crate::yielding::yield_now;
use std::time::Instant;

/// Nanoseconds a future.
pub fn gather_all(futures: usize) -> f64 {
    run(async move {
        let start = Instant::now();
        let results = gather((0..futures).map(async |number| {
            yield_now().await;
            number
        }))
        .await;
        let time = nanoseconds_each(start, futures);
        assert!(results.into_iter().eq(0..futures), "in the order of the arguments");
        time
    })
}
