//! Shows what the layers do while a program runs.
//!
//! `TRACE=1` draws each event in its task's lane. `TRACE=json` writes one JSON object a line,
//! between the lines that the program prints itself.

use std::fmt::{self, Debug};
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::fmt::format::{FormatEvent, FormatFields, Writer};
use tracing_subscriber::fmt::{FmtContext, fmt};
use tracing_subscriber::registry::LookupSpan;

/// Does what the environment variable `TRACE` asks for. Call it first in `main`, once.
///
/// Ends the program with status 2 if `TRACE` is set to something it does not know.
///
/// ```
/// ch04_scheduler::trace::init();
/// ```
///
/// # Panics
///
/// If the program has a `tracing` subscriber already.
pub fn init() {
    let events = fmt().with_max_level(Level::DEBUG).without_time();
    match std::env::var("TRACE").as_deref().unwrap_or("0") {
        "" | "0" => {}
        "1" => events.event_format(Lanes).init(),
        "json" => {
            let json = events.json().flatten_event(true);
            json.with_level(false).with_target(false).init();
        }
        other => {
            eprintln!(
                "error: TRACE={other} is unknown: set it to 1 for lanes, or to json"
            );
            std::process::exit(2);
        }
    }
}

/// Writes an event into the lane of the task that it is about.
struct Lanes;

/// How many lanes fit on a terminal. Further tasks share them.
const LANES: u64 = 6;

impl<S, N> FormatEvent<S, N> for Lanes
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        _: &FmtContext<S, N>,
        mut out: Writer,
        event: &Event,
    ) -> fmt::Result {
        let mut entry = Entry::default();
        event.record(&mut entry);
        for _ in 0..entry.task.saturating_sub(1) % LANES {
            write!(out, "│           ")?;
        }
        writeln!(out, "│ {}{}", entry.task, entry.text)
    }
}

/// One event, read out of its fields. The message is the first of them.
#[derive(Default)]
struct Entry {
    task: u64,
    text: String,
}

impl Visit for Entry {
    fn record_u64(&mut self, field: &Field, value: u64) {
        match field.name() {
            "task" => self.task = value,
            name => self.text += &format!(" {name} {value}"),
        }
    }

    fn record_str(&mut self, _: &Field, value: &str) {
        self.text += &format!(" {value}");
    }

    fn record_debug(&mut self, _: &Field, value: &dyn Debug) {
        self.text += &format!(" {value:?}");
    }
}
