//! Exercises of chapter 08, in the order in which they should be done.
