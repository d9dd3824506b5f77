//! What the exercises have to do.

mod haggle;
mod one_after_other;
mod safe;
mod stop_at_error;
mod telegraph;
