//! The chapter's program.

fn main() {}
