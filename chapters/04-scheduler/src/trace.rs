//! Shows what the layers do while a program runs.
//!
//! `TRACE=1` draws each event in its task's lane. `TRACE=json` writes one JSON object a line,
//! between the lines that the program prints itself.

use std::fmt::{self, Debug};
use std::sync::atomic::{AtomicUsize, Ordering};
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::fmt::format::{FormatEvent, FormatFields, Writer};
use tracing_subscriber::fmt::{FmtContext, fmt};
use tracing_subscriber::registry::LookupSpan;

/// Does what the environment variable `TRACE` asks for. Call it first in `main`.
///
/// Ends the program with status 2 if `TRACE` is set to something it does not know.
///
/// ```
/// ch04_scheduler::trace::init();
/// ```
pub fn init() {
    let events = fmt().with_max_level(Level::DEBUG).without_time();
    match std::env::var("TRACE").as_deref().unwrap_or("0") {
        "" | "0" => {}
        "1" => events.event_format(Lanes::default()).init(),
        "json" => {
            let json = events
                .json()
                .flatten_event(true)
                .with_level(false)
                .with_target(false);
            json.with_current_span(false).with_span_list(false).init();
        }
        other => {
            eprintln!("error: TRACE={other} is unknown: set it to 1 for lanes, or to json");
            std::process::exit(2);
        }
    }
}

/// Writes an event into the column of the task that it is about.
#[derive(Default)]
struct Lanes {
    count: AtomicUsize,
}

impl<S, N> FormatEvent<S, N> for Lanes
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, _: &FmtContext<S, N>, mut out: Writer, event: &Event) -> fmt::Result {
        let mut entry = Entry::default();
        event.record(&mut entry);
        let count = self
            .count
            .fetch_max(entry.task, Ordering::Relaxed)
            .max(entry.task);
        for lane in 1..=count {
            let text = if lane == entry.task {
                entry.text.as_str()
            } else {
                ""
            };
            write!(out, "│ {text:<11}")?;
        }
        writeln!(out)
    }
}

/// One event, read out of its fields.
#[derive(Default)]
struct Entry {
    task: usize,
    text: String,
}

impl Visit for Entry {
    fn record_u64(&mut self, field: &Field, value: u64) {
        match field.name() {
            "task" => self.task = value as usize,
            name => self.text += &format!(" {name} {value}"),
        }
    }

    fn record_str(&mut self, _: &Field, value: &str) {
        self.text = format!("{} {value}", self.text);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        match field.name() {
            "message" => self.text = format!("{value:?}{}", self.text),
            _ => self.text = format!("{} {value:?}", self.text),
        }
    }
}
