//! Reads a trace: JSON objects, one a line, between the lines that the program prints itself.

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;

/// One line of the trace.
#[derive(Debug, PartialEq)]
pub struct Step {
    /// Whom it is about. Nobody, if the program prints while no task runs.
    pub task: Option<u64>,
    /// What happened.
    pub event: Event,
}

/// What happened. The names are those that the layers give to `tracing`.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "message", rename_all = "lowercase")]
pub enum Event {
    /// A task begins, at the back of the ready queue.
    Create {
        /// What it is called.
        name: String,
    },
    /// Its turn begins.
    Resume,
    /// Its turn ends; it stays ready.
    Yield,
    /// The task asks the kernel for something.
    Trap {
        /// What it asks for.
        call: String,
    },
    /// The task is suspended.
    Block {
        /// What it waits for.
        on: Option<Subject>,
    },
    /// The task is ready again.
    Wake {
        /// Who did that.
        by: Option<Subject>,
    },
    /// The task is at its end.
    Complete {
        /// How it ended.
        exit: Option<String>,
    },
    /// The task was ended from outside.
    Kill {
        /// Who did that.
        by: Option<Subject>,
    },
    /// The task's timer is due.
    Timer {
        /// At this moment.
        at: Option<String>,
    },
    /// The operating system has news for the task.
    Io,
    /// A line of the program's own output.
    #[serde(skip)]
    Print(String),
}

/// A line that begins like an event and is none.
#[derive(Debug)]
pub struct Malformed {
    /// The number of the line.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for Malformed {}

/// Another task, or a thing.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Subject {
    /// A task, by number.
    Task(u64),
    /// Anything else, in words.
    Thing(String),
}

#[derive(Deserialize)]
struct Line {
    task: u64,
    #[serde(flatten)]
    event: Event,
}

/// Reads the text of a snapshot, whose first line is `first`.
pub(crate) fn read(text: &str, first: usize) -> Result<Vec<Step>, Malformed> {
    let mut reader = Reader::default();
    let lines = text.trim_end_matches('\n').lines().zip(first..);
    lines
        .map(|(line, number)| {
            let step = reader.step(line);
            step.map_err(|what| Malformed { line: number, what })
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
