//! mdBook logs what is wrong, for instance an include of nothing, and carries on. Here every
//! warning and every error counts as a problem.

use crate::problem::{Problem, shown};
use crate::site::Page;
use crate::text::line_of;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// What mdBook logged.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Complaint(String);

/// Runs `work`, and collects what mdBook complains about meanwhile.
pub(crate) fn listen<T>(work: impl FnOnce() -> T) -> (T, Vec<Complaint>) {
    let listener = Listener::default();
    let complaints = Arc::clone(&listener.complaints);
    let result = tracing::subscriber::with_default(listener, work);
    let mut complaints = complaints.lock().unwrap_or_else(PoisonError::into_inner);
    (result, complaints.drain(..).collect())
}

#[derive(Default)]
struct Listener {
    complaints: Arc<Mutex<Vec<Complaint>>>,
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata) -> bool {
        *metadata.level() <= Level::WARN
    }

    fn event(&self, event: &Event) {
        let mut message = Message::default();
        event.record(&mut message);
        let mut complaints =
            self.complaints.lock().unwrap_or_else(PoisonError::into_inner);
        match (message.0.strip_prefix("Caused By: "), complaints.last_mut()) {
            (Some(cause), Some(Complaint(last))) => *last += &format!(": {cause}"),
            _ => complaints.push(Complaint(message.0)),
        }
    }

    fn new_span(&self, _: &Attributes) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

impl Complaint {
    /// mdBook quotes what it is about, and sometimes the page: look for the line that has it.
    pub(crate) fn located(self, pages: &[Page]) -> Problem {
        let Complaint(message) = self;
        let quoted: Vec<&str> = message.split(['`', '"']).skip(1).step_by(2).collect();
        let page =
            pages.iter().find(|page| quoted.contains(&shown(&page.path).as_str()));
        let candidates = match page {
            Some(page) => std::slice::from_ref(page),
            None => pages,
        };
        let place = candidates.iter().find_map(|page| {
            let mut found =
                quoted.iter().filter_map(|text| page.markdown.find(opening(text)));
            Some((page, line_of(&page.markdown, found.next()?)))
        });
        let what = format!("mdBook: {message}");
        match (place, page) {
            (Some((page, line)), _) => Problem::at(&page.file, line, what),
            (None, Some(page)) => Problem::at(&page.file, 1, what),
            (None, None) => Problem::new(what),
        }
    }
}

/// A tag as it opens: mdBook quotes `<div>`, the page may have `<div class="wide">`.
fn opening(quoted: &str) -> &str {
    match quoted.strip_suffix('>') {
        Some(tag) if tag.starts_with('<') => tag,
        _ => quoted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, markdown: &str) -> Page {
        Page {
            file: format!("book/{path}").into(),
            path: path.into(),
            markdown: markdown.into(),
        }
    }

    fn located(message: &str) -> String {
        let pages = [
            page("a.md", "# A\n\n<div class=\"b\">\n"),
            page("b.md", "text\n{{#include nope.txt}}\n<div>\n"),
        ];
        Complaint(message.into()).located(&pages).to_string()
    }

    #[test]
    fn a_quoted_page_and_tag_give_the_line() {
        let place = located("unclosed HTML tag `<div>` found in `b.md`");
        assert!(place.starts_with("book/b.md:3: mdBook: unclosed"), "{place}");
    }

    #[test]
    fn a_quoted_directive_is_looked_for_on_every_page() {
        let place = located("Error updating \"{{#include nope.txt}}\", no such file");
        assert!(place.starts_with("book/b.md:2: "), "{place}");
    }

    #[test]
    fn warnings_are_collected_and_information_is_not() {
        let (result, complaints) = listen(|| {
            tracing::warn!("look at {}", "this");
            tracing::info!("all is well");
            7
        });
        assert_eq!(result, 7);
        assert_eq!(complaints, [Complaint("look at this".into())]);
    }
}
