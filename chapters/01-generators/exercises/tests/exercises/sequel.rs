use crate::{Voice, transcript};
use evidence::assert_lines;
use ex01_generators::sequel::Sequel;

#[test]
fn the_first_is_not_resumed_after_its_end() {
    assert_lines(
        "all of `first`, then all of `second`, and no resume of `first` once it has completed",
        &transcript(Sequel::new(Voice::new("first", 2), Voice::new("second", 3))),
        "yields \"first 1\"\nyields \"first 2\"\n\
         yields \"second 1\"\nyields \"second 2\"\nyields \"second 3\"\n\
         returns \"second is done\"",
    );
}

#[test]
fn an_empty_first_leads_at_once_to_the_second() {
    assert_lines(
        "a `first` without values yields nothing, so the first resume yields from `second`",
        &transcript(Sequel::new(Voice::new("first", 0), Voice::new("second", 1))),
        "yields \"second 1\"\nreturns \"second is done\"",
    );
}
