//! How results are shown.

pub mod json;
pub mod list;
pub mod markdown;
pub mod table;
