use std::fmt;

/// A task identifier: a task's number. Tasks created later have a greater one.
///
/// ```
/// use ch03_task::Tid;
///
/// assert!(Tid::new(1) < Tid::new(2));
/// assert_eq!(Tid::new(7).to_string(), "7");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tid(u64);

impl Tid {
    /// The `Tid` with this number. Whoever creates tasks must not give a number twice.
    pub fn new(number: u64) -> Self {
        Tid(number)
    }

    /// The number itself.
    pub fn number(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Tid {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(f)
    }
}
