//! Timelines: the recorded run of a program, drawn.
//!
//! Everything is drawn here, so that a page is complete without JavaScript and on paper.
//! `ci/book/assets/trace.js` adds the controls that step through it.

mod duration;
mod event;
mod figure;
mod lanes;
mod replay;
mod svg;
mod words;

pub use event::{Event, Malformed, Step, Subject};
pub use figure::{Caption, Site};

use lanes::Lanes;
use replay::Replay;

/// A run that was recorded with `TRACE=json`.
pub struct Run {
    steps: Vec<Step>,
    lanes: Lanes,
    replay: Replay,
}

impl Run {
    /// Reads a trace, the first line of which has the number `first_line`.
    ///
    /// ```
    /// let run = timeline::Run::read("{\"message\":\"create\",\"task\":1,\"name\":\"a\"}\nhello\n", 1).unwrap();
    /// assert_eq!(run.steps().len(), 2);
    /// ```
    ///
    /// # Errors
    ///
    /// If a line begins like an event and is none.
    pub fn read(text: &str, first_line: usize) -> Result<Self, Malformed> {
        let steps = event::read(text, first_line)?;
        let (lanes, replay) = (Lanes::of(&steps), Replay::of(&steps));
        Ok(Run { steps, lanes, replay })
    }

    /// What happened, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The figure that stands in a page. `sites` says of each step which line of the sources it came from.
    pub fn figure(&self, caption: &Caption, sites: &[Option<Site>]) -> String {
        figure::html(self, caption, sites)
    }

    /// The lanes alone, as a picture that needs no page around it.
    pub fn picture(&self) -> String {
        svg::picture(&self.steps, &self.lanes, &self.replay)
    }
}

/// Text as HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests;
