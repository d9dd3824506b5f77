//! The race: everybody takes turns, and who begins changes with every round.

use crate::result::{Results, Row, Table};
use crate::runtime::{Language, Runtime};
use crate::worker::Worker;
use crate::workload::{Kind, Measure, Workload};
use anyhow::Result;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What shall be raced, and how thoroughly.
pub struct Plan {
    /// These workloads,
    pub workloads: Vec<&'static Workload>,
    /// by these runtimes,
    pub runtimes: Vec<&'static Runtime>,
    /// with fewer operations,
    pub quick: bool,
    /// in so many rounds, after one to warm up,
    pub rounds: usize,
    /// or, when it gets late, in fewer. When the time is over, workloads are left out.
    pub time: Duration,
    /// The interpreter for asyncio and uvloop.
    pub python: String,
}

/// Runs the plan. `done` sees each workload's tables as soon as they are there.
pub fn run(mut plan: Plan, mut done: impl FnMut(&[Table])) -> Results {
    let mut left_out = leave_out_python(&mut plan);
    let start = Instant::now();
    let mut tables = Vec::new();
    for (number, workload) in plan.workloads.iter().enumerate() {
        let time = plan.time.saturating_sub(start.elapsed());
        if time.is_zero() {
            left_out.push(format!("{} is left out: no time is left", workload.name));
            continue;
        }
        let share = time / (plan.workloads.len() - number) as u32;
        let mut starters = line_up(&plan, workload);
        take_turns(&mut starters, workload, &plan, share);
        let (new, out) = tables_of(workload, starters);
        done(&new);
        tables.extend(new);
        left_out.extend(out);
    }
    Results { tables, left_out }
}

/// Drops the runtimes whose interpreter or module is missing, and says so.
fn leave_out_python(plan: &mut Plan) -> Vec<String> {
    let mut left_out = Vec::new();
    let python = plan.python.clone();
    plan.runtimes.retain(|runtime| {
        let missing = match runtime.language {
            Language::Rust => None,
            Language::Python => missing_module(&python, runtime.name),
        };
        left_out.extend(missing.clone());
        missing.is_none()
    });
    left_out
}

fn missing_module(python: &str, module: &str) -> Option<String> {
    let import = Command::new(python)
        .args(["-c", &format!("import {module}")])
        .stderr(Stdio::null())
        .status();
    match import {
        Ok(status) if status.success() => None,
        Ok(_) => Some(format!(
            "{module} is left out: `{python}` has no module of this name. \
             `{python} -m pip install {module}` installs it; --python names another interpreter"
        )),
        Err(error) => {
            Some(format!("{module} is left out: cannot run `{python}`: {error}"))
        }
    }
}

/// Someone in the race, or out of it.
struct Starter {
    runtime: &'static Runtime,
    operations: usize,
    worker: Result<Worker>,
    samples: Vec<Vec<f64>>,
}

fn line_up(plan: &Plan, workload: &Workload) -> Vec<Starter> {
    let operations = match plan.quick {
        true => workload.quick.unwrap_or(workload.operations),
        false => workload.operations,
    };
    let starter = |&runtime: &&'static Runtime| {
        let operations = runtime.operations(workload, operations)?;
        let worker = Worker::start(runtime, workload, operations, &plan.python);
        Some(Starter { runtime, operations, worker, samples: Vec::new() })
    };
    plan.runtimes.iter().filter_map(starter).collect()
}

/// The rounds. In the first everybody warms up.
fn take_turns(
    starters: &mut [Starter],
    workload: &Workload,
    plan: &Plan,
    share: Duration,
) {
    let start = Instant::now();
    for round in 0..=plan.rounds {
        if round > 0 && start.elapsed() > share {
            return;
        }
        for place in 0..starters.len() {
            let starter = &mut starters[(place + round) % starters.len()];
            if workload.kind == Kind::Idle && round > 0 {
                starter.begin_anew(workload, &plan.python);
            }
            starter.take_turn();
        }
    }
}

impl Starter {
    /// Memory can only be measured in a process that has used none.
    fn begin_anew(&mut self, workload: &Workload, python: &str) {
        if self.worker.is_ok() {
            self.worker =
                Worker::start(self.runtime, workload, self.operations, python);
        }
    }

    /// Who fails is out, for all the rounds.
    fn take_turn(&mut self) {
        let Ok(worker) = &mut self.worker else { return };
        match worker.turn() {
            Ok(sample) => self.samples.push(sample),
            Err(error) => self.worker = Err(error),
        }
    }
}

/// One table for each measure, and who is not in it.
fn tables_of(workload: &Workload, starters: Vec<Starter>) -> (Vec<Table>, Vec<String>) {
    let (stayed, out): (Vec<_>, Vec<_>) =
        starters.into_iter().partition(|starter| starter.worker.is_ok());
    let table = |(number, measure): (usize, &'static Measure)| Table {
        name: format!("{}{}", workload.name, measure.suffix),
        about: workload.about,
        measure,
        rows: stayed.iter().map(|starter| starter.row(number)).collect(),
    };
    let tables = workload.measures.iter().enumerate().map(table).collect();
    let why = |starter: Starter| {
        let error = starter.worker.err()?;
        Some(format!(
            "{} is left out of {}: {error:#}",
            starter.runtime.name, workload.name
        ))
    };
    (tables, out.into_iter().filter_map(why).collect())
}

impl Starter {
    /// Without the first round, unless there was no time for another.
    fn row(&self, measure: usize) -> Row {
        let warm = usize::from(self.samples.len() > 1);
        let samples =
            self.samples[warm..].iter().map(|sample| sample[measure]).collect();
        Row { runtime: self.runtime, samples }
    }
}
