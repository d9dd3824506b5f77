//! Records what a program does: the events of its layers, and the lines that it prints.

use serde_json::Value;
use std::cell::RefCell;
use std::fmt::Debug;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

thread_local! {
    static RECORD: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Adds a line.
pub(crate) fn print(line: String) {
    RECORD.with_borrow_mut(|record| *record += &(line + "\n"));
}

/// Runs `program`, and returns what it did.
pub(crate) fn record(program: impl FnOnce()) -> String {
    RECORD.take();
    tracing::subscriber::with_default(Recorder, program);
    RECORD.take()
}

/// Writes each event as `trace::init` of chapter 04 does for `TRACE=json`.
struct Recorder;

impl Subscriber for Recorder {
    fn enabled(&self, _: &Metadata) -> bool {
        true
    }

    fn event(&self, event: &Event) {
        let mut entry = Entry::default();
        event.record(&mut entry);
        print(format!("{{\"message\":{}{}}}", entry.message, entry.fields));
    }

    // No layer has spans.
    fn new_span(&self, _: &Attributes) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Entry {
    message: String,
    fields: String,
}

impl Entry {
    fn add(&mut self, field: &Field, value: Value) {
        match field.name() {
            "message" => self.message = value.to_string(),
            name => self.fields += &format!(",\"{name}\":{value}"),
        }
    }
}

impl Visit for Entry {
    fn record_u64(&mut self, field: &Field, value: u64) {
        self.add(field, value.into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.add(field, value.into());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.add(field, format!("{value:?}").into());
    }
}
