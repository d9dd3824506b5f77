//! The tool as a reader runs it, on a workspace in miniature.

mod build;
mod check;
mod mini;
mod preprocess;
mod serve;
