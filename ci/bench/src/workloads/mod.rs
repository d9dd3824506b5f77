//! What is measured, one file a family.
//!
//! Except `readiness`, these files are not modules of this one. Each runtime's file includes them
//! as modules of its own (`#[path]`), and their `use super::…` finds that runtime's `spawn`,
//! `sleep`, `serve`. So every runtime runs the same text, without a trait between: tokio's `spawn`
//! demands `Send` and ours has no use for it, and no one signature says both.

pub mod readiness;
