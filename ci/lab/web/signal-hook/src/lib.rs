//! Only programs use signals, and no program is compiled here.
