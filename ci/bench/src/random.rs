//! The same random numbers in every run.

/// Marsaglia's xorshift.
pub struct Random(u64);

impl Random {
    /// Always the same sequence.
    pub fn new() -> Random {
        Random(88_172_645_463_325_252)
    }

    /// The next number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}
