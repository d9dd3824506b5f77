//! The exercises of chapter 03. One alone: `cargo test -p ex03-task night_desk`.

mod earplugs;
mod metered;
mod night_desk;
mod roster;
mod rounds;
