//! Says what happened, in words.

use crate::escape;
use crate::event::{Event, Step, Subject};
use crate::lanes::Lanes;

pub(crate) fn sentence(step: &Step, lanes: &Lanes) -> String {
    let task = match step.task {
        Some(task) => bold(&lanes.name(task)),
        None => "the program".into(),
    };
    let by = |by: &Option<Subject>| by.as_ref().map(|by| subject(by, lanes));
    match &step.event {
        Event::Create { .. } => {
            format!("{task} is created, at the back of the ready queue")
        }
        Event::Resume => format!("the scheduler resumes {task}"),
        Event::Yield => {
            format!("{task} yields and goes to the back of the ready queue")
        }
        Event::Trap { call } => format!("{task} asks the kernel: {}", escape(call)),
        Event::Block { on } => match by(on) {
            Some(on) => format!("{task} waits for {on}"),
            None => format!("{task} waits"),
        },
        Event::Wake { by: waker } => match by(waker) {
            Some(waker) => format!("{waker} wakes {task}, which is ready again"),
            None => format!("{task} is ready again"),
        },
        Event::Complete { exit: Some(exit) } => {
            format!("{task} completes: {}", escape(exit))
        }
        Event::Complete { exit: None } => format!("{task} completes"),
        Event::Kill { by: killer } => match by(killer) {
            Some(killer) => format!("{killer} kills {task}"),
            None => format!("{task} is killed"),
        },
        Event::Timer { at: Some(at) } => {
            format!("at {}, the timer of {task} is due", escape(at))
        }
        Event::Timer { at: None } => format!("the timer of {task} is due"),
        Event::Io => format!("the operating system has news for {task}"),
        Event::Print(text) => format!("{task} prints “{}”", escape(text)),
    }
}

fn subject(subject: &Subject, lanes: &Lanes) -> String {
    match subject {
        Subject::Task(task) => bold(&lanes.name(*task)),
        Subject::Thing(thing) => escape(thing),
    }
}

fn bold(name: &str) -> String {
    format!("<b>{name}</b>")
}
