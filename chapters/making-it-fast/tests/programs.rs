//! What the programs print.

use evidence::example;

// no twin: making-it-fast: it measures Rust
// not pinned: making-it-fast: it prints times
// no twin: question: it measures Rust
// not pinned: question: it prints times
// no twin: million_turns: it is there to be profiled

#[test]
fn million_turns() {
    example("million_turns").pinned();
}
