use crate::Program;

/// What came of a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// A line for each thing that happened.
    pub log: Vec<String>,
    /// The time at the end, in milliseconds of a virtual clock.
    pub time: u64,
    /// Whether asyncio must do the same: no two timers were due at the same time, for it
    /// does not keep their order, and nobody was cancelled while it waited for a task,
    /// for it would cancel that one too.
    pub portable: bool,
}

impl Outcome {
    /// Compares it with what really happened.
    ///
    /// # Errors
    ///
    /// The program, what happened up to the first difference, and the difference.
    ///
    /// ```
    /// use model::{Program, kernel};
    ///
    /// let program = Program(vec![]);
    /// let error = kernel(&program).expect(&program, &["1 sings".into()]).unwrap_err();
    /// assert!(error.ends_with("  1 sings, not: 1 begins"));
    /// ```
    pub fn expect(&self, program: &Program, log: &[String]) -> Result<(), String> {
        if self.log == log {
            return Ok(());
        }
        let pairs = self.log.iter().zip(log);
        let same = pairs.take_while(|(expected, line)| expected == line).count();
        let line = |log: &[String]| log.get(same).cloned().unwrap_or("nothing".into());
        let before: String =
            log[..same].iter().map(|line| format!("  {line}\n")).collect();
        let (actual, expected) = (line(log), line(&self.log));
        Err(format!("{program}\n{before}  {actual}, not: {expected}"))
    }
}
