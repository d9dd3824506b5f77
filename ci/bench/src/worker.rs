//! A runtime in a process of its own. A line goes in, a turn is run, a line with its numbers comes
//! out. So no runtime has to live with the threads, the heap or the end of another.

use crate::runtime::{Language, Runtime};
use crate::workload::{Kind, Workload};
use anyhow::{Context, Result, bail, ensure};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(120);

/// The process, as the race sees it. It is killed when this is dropped.
pub struct Worker {
    process: Child,
    turns: ChildStdin,
    lines: Receiver<String>,
    measures: usize,
}

impl Worker {
    /// Starts it; it then waits for its first turn.
    pub fn start(
        runtime: &Runtime,
        workload: &Workload,
        operations: usize,
        python: &str,
    ) -> Result<Worker> {
        let program = std::env::current_exe()?;
        let mut command = match runtime.language {
            Language::Rust => Command::new(&program),
            Language::Python => Command::new(python),
        };
        match runtime.language {
            Language::Rust => command.arg("worker"),
            Language::Python => command.arg(SCRIPT).arg(&program),
        };
        command.args([runtime.name, workload.name, &operations.to_string()]);
        if workload.kind != Kind::Idle {
            command.env("GLIBC_TUNABLES", KEEP_MEMORY);
        }
        let mut process =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let turns = process.stdin.take().context("its standard input")?;
        let output = process.stdout.take().context("its standard output")?;
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        Ok(Worker { process, turns, lines, measures: workload.measures.len() })
    }

    /// One turn: a number for each measure.
    pub fn turn(&mut self) -> Result<Vec<f64>> {
        writeln!(self.turns, "turn").context("it has ended")?;
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) if line == CANNOT => bail!("it cannot do this"),
            Ok(line) => numbers(&line, self.measures),
            Err(RecvTimeoutError::Timeout) => {
                bail!("no answer within {} s", PATIENCE.as_secs())
            }
            Err(RecvTimeoutError::Disconnected) => {
                bail!("it has ended: {}", self.process.wait()?)
            }
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a turn frees stays with the process, for the next turn, as it does in a program that has
/// run for a while. Else a turn's time depends on how much of it `free` happens to give back.
const KEEP_MEMORY: &str =
    "glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=18446744073709551615";

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/python/worker.py");
const CANNOT: &str = "cannot";

fn numbers(line: &str, expected: usize) -> Result<Vec<f64>> {
    let numbers: Vec<f64> =
        line.split(' ').map(str::parse).collect::<Result<_, _>>()?;
    ensure!(numbers.len() == expected, "{expected} numbers expected, not `{line}`");
    Ok(numbers)
}

/// The process itself: a turn for every line, until there are no more.
pub fn work(runtime: &str, workload: &Workload, operations: usize) -> Result<()> {
    crate::process::stay_on_processor(0);
    for line in std::io::stdin().lines() {
        line?;
        match crate::runtimes::turn(runtime, workload.kind, operations) {
            Some(numbers) => {
                let numbers: Vec<_> = numbers.iter().map(f64::to_string).collect();
                println!("{}", numbers.join(" "));
            }
            None => println!("{CANNOT}"),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_a_number_for_each_measure() {
        assert_eq!(numbers("1.5 2", 2).unwrap(), [1.5, 2.0]);
        assert!(numbers("1.5", 2).is_err());
        assert!(numbers("Traceback", 1).is_err());
    }
}
