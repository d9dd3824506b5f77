use anyhow::Result;
use std::io::{self, ErrorKind, IsTerminal, Write};

/// Says on a terminal what takes so long, for as long as it takes.
pub(crate) fn waiting<T>(task: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let mut stderr = io::stderr();
    if !stderr.is_terminal() {
        return work();
    }
    let _ = write!(stderr, "{task} …");
    let result = work();
    let _ = write!(stderr, "\r\x1b[K");
    result
}

/// Asks on the terminal. No answer means no.
pub(crate) fn confirmed(question: &str) -> Result<bool> {
    say(question)?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// Makes room for a new result.
pub(crate) fn clear_screen() -> Result<()> {
    match io::stdout().is_terminal() {
        true => say("\x1b[2J\x1b[H"),
        false => Ok(()),
    }
}

/// Prints to stdout, in colour if that is a terminal.
pub(crate) fn say(text: &str) -> Result<()> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        // Whoever reads has seen enough: `cargo exercises | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => Ok(result?),
    }
}
