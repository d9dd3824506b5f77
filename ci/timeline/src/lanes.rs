use crate::escape;
use crate::event::{Event, Step};

/// Whose line in the drawing is whose.
pub(crate) struct Lanes {
    /// The program has a lane of its own if it prints while no task runs.
    program: bool,
    tasks: Vec<(u64, String)>,
}

impl Lanes {
    pub(crate) fn of(steps: &[Step]) -> Self {
        let mut tasks: Vec<(u64, String)> = Vec::new();
        for step in steps {
            if let (Some(task), Event::Create { name }) = (step.task, &step.event) {
                tasks.push((task, name.clone()));
            }
        }
        let names: Vec<_> = tasks.iter().map(|(_, name)| name.clone()).collect();
        for (task, name) in &mut tasks {
            if names.iter().filter(|other| *other == name).count() > 1 {
                *name = format!("{name} {task}");
            }
        }
        Lanes { program: steps.iter().any(|step| step.task.is_none()), tasks }
    }

    pub(crate) fn count(&self) -> usize {
        self.tasks.len() + usize::from(self.program)
    }

    /// Which lane, from the top.
    pub(crate) fn number(&self, task: Option<u64>) -> usize {
        let position = self.tasks.iter().position(|(t, _)| Some(*t) == task);
        position.map_or(0, |at| at + usize::from(self.program))
    }

    /// The class that gives the lane its colour.
    pub(crate) fn class(&self, task: Option<u64>) -> String {
        match self.tasks.iter().position(|(t, _)| Some(*t) == task) {
            Some(at) => format!("lane-{}", at % 6),
            None => "lane-program".into(),
        }
    }

    pub(crate) fn name(&self, task: u64) -> String {
        let found = self.tasks.iter().find(|(t, _)| *t == task);
        found.map_or_else(|| format!("task {task}"), |(_, name)| escape(name))
    }

    /// Names separated by spaces, so one with a space in it gets an unbreakable one.
    pub(crate) fn names(&self, tasks: &[u64]) -> String {
        let names = tasks.iter().map(|task| self.name(*task).replace(' ', "\u{a0}"));
        names.collect::<Vec<_>>().join(" ")
    }

    /// Each lane's class and name, from the top.
    pub(crate) fn names_and_classes(&self) -> impl Iterator<Item = (String, String)> {
        let program = self.program.then(|| (self.class(None), "program".into()));
        let tasks = self.tasks.iter();
        let tasks = tasks.map(|(task, _)| (self.class(Some(*task)), self.name(*task)));
        program.into_iter().chain(tasks)
    }

    pub(crate) fn html(&self) -> String {
        let items: String = self
            .names_and_classes()
            .map(|(class, name)| format!("<li class=\"{class}\">{name}</li>"))
            .collect();
        format!("<ul class=\"trace-names\">{items}</ul>\n")
    }
}
