//! Reads a trace: JSON objects, one a line, between the lines that the program prints itself.

use crate::problem::Problem;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// One line of the trace.
#[derive(Debug, PartialEq)]
pub(super) struct Step {
    /// Whom it is about. Nobody, if the program prints while no task runs.
    pub(super) task: Option<u64>,
    pub(super) event: Event,
}

/// What happened. The names are those that the layers give to `tracing`.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "message", rename_all = "lowercase")]
pub(super) enum Event {
    Create {
        name: String,
    },
    Resume,
    Yield,
    /// The task asks the kernel for something.
    Trap {
        call: String,
    },
    Block {
        on: Option<Subject>,
    },
    Wake {
        by: Option<Subject>,
    },
    Complete {
        exit: Option<String>,
    },
    Kill {
        by: Option<Subject>,
    },
    Timer {
        at: Option<String>,
    },
    Io,
    /// A line of the program's own output.
    #[serde(skip)]
    Print(String),
}

/// Another task, or a thing.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub(super) enum Subject {
    Task(u64),
    Thing(String),
}

#[derive(Deserialize)]
struct Line {
    task: u64,
    #[serde(flatten)]
    event: Event,
}

/// Reads the text of a snapshot, whose first line is `first`.
pub(super) fn read(
    file: &Path,
    text: &str,
    first: usize,
) -> Result<Vec<Step>, Problem> {
    let mut reader = Reader::default();
    let lines = text.trim_end_matches('\n').lines().zip(first..);
    lines
        .map(|(line, number)| {
            let step = reader.step(line);
            step.map_err(|what| Problem::at(file, number, what))
        })
        .collect()
}

#[derive(Default)]
struct Reader {
    created: BTreeSet<u64>,
    running: Option<u64>,
}

impl Reader {
    fn step(&mut self, line: &str) -> Result<Step, String> {
        if !line.starts_with('{') {
            return Ok(Step { task: self.running, event: Event::Print(line.into()) });
        }
        let value: Value = serde_json::from_str(line)
            .map_err(|error| format!("malformed trace line: {error}"))?;
        let Line { task, event } = Line::deserialize(value)
            .map_err(|error| format!("this is no event of a trace: {error}"))?;
        self.follow(task, &event)?;
        Ok(Step { task: Some(task), event })
    }

    /// Keeps track of which tasks there are, and which one runs.
    fn follow(&mut self, task: u64, event: &Event) -> Result<(), String> {
        match event {
            Event::Create { .. } => {
                self.created.insert(task);
            }
            _ if !self.created.contains(&task) => {
                return Err(format!("task {task} was never created"));
            }
            Event::Resume => self.running = Some(task),
            Event::Wake { .. } | Event::Timer { .. } | Event::Io => {}
            _ if self.running == Some(task) => self.running = None,
            _ => {}
        }
        Ok(())
    }
}
