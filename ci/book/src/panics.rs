//! A panic is told like any other error.

use anyhow::{Error, Result, anyhow};
use std::panic::{self, AssertUnwindSafe, catch_unwind};

/// Keeps panics from printing what only a developer of the tool can read.
pub(crate) fn silence() {
    panic::set_hook(Box::new(|_| {}));
}

/// Runs `work`, and makes an error of a panic.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let text = payload.downcast_ref::<&str>().map(|text| text.to_string());
        let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
        text.map_or_else(|| anyhow!("a panic without a message"), Error::msg)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_of_a_panic_becomes_the_error() {
        assert_eq!(caught(|| 1).unwrap(), 1);
        let error = caught(|| panic!("line {}", 3)).unwrap_err();
        assert_eq!(error.to_string(), "line 3");
    }
}
