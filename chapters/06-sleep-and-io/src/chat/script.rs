use Event::{CtrlC, HangUp, Say};

/// What visitors do.
pub(crate) enum Event {
    Say(usize, &'static str),
    HangUp(usize),
    CtrlC,
}

pub(crate) const VISITORS: [&str; 3] = ["ann", "bob", "cid"];
const ANN: usize = 0;
const BOB: usize = 1;
const CID: usize = 2;

/// After so many milliseconds, this happens.
pub(crate) const EVENING: [(u64, Event); 10] = [
    (100, Say(ANN, "ann\n")),
    (100, Say(BOB, "bob\n")),
    (50, Say(CID, "c")),
    (50, Say(CID, "id\n")),
    (200, Say(ANN, "who has marshmallows?\n")),
    (300, Say(BOB, "I ate them\n")),
    (300, HangUp(BOB)),
    (400, Say(CID, "oh\nwell\n")),
    (1100, HangUp(CID)),
    (200, CtrlC),
];
