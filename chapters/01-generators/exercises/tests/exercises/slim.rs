use crate::transcript;
use evidence::assert_lines;
use ex01_generators::slim::Wind;

#[test]
fn fits_into_12_bytes() {
    let size = size_of::<Wind>();
    assert!(
        size <= 12,
        "\nExpected: Wind fits into 12 bytes, because only what outlives the yield is a field.\n\
         Actual: it takes {size} bytes.\n"
    );
}

#[test]
fn yields_the_same_as_before() {
    assert_lines(
        "the strongest average so far, for each of five minutes: it never falls",
        &transcript(Wind::of(5)),
        "yields 5\nyields 11\nyields 11\nyields 14\nyields 14\nreturns ()",
    );
}
