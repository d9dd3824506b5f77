//! The command line.

use crate::race::{self, Plan};
use crate::report::{json, list, markdown, table};
use crate::result::Results;
use crate::runtime::{self, Runtime};
use crate::workload::{self, Workload};
use crate::{client, names, plot, worker};
use anyhow::Result;
use clap::{Parser, Subcommand};
use making_it_fast::{Effort, measure};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// Races the book's event loop against the runtimes that people use.
///
/// Every runtime has a process of its own and they take turns, in an order that changes from round
/// to round. Medians, spread (±: half the quartiles' distance), and the medians of the ratios turn
/// by turn: to tokio's current-thread runtime, and to the fastest peer. Lower is better.
#[derive(Parser)]
#[command(
    name = "cargo race",
    bin_name = "cargo race",
    args_conflicts_with_subcommands = true
)]
pub struct Arguments {
    /// Workloads, or families of them: `yield-100`, `echo` [default: all]
    workloads: Vec<String>,
    /// Only these runtimes, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    runtimes: Vec<String>,
    /// Fewer operations and rounds; ends within a minute
    #[arg(long)]
    quick: bool,
    /// So many rounds [default: 15; with --quick, 9, if there is time]
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: Option<u32>,
    /// Print one JSON array instead of the tables
    #[arg(long)]
    json: bool,
    /// Print Markdown instead: what the book's benchmark page includes
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
    /// Also write the book's plots, into this folder [default: book/images/race]
    #[arg(long, value_name = "FOLDER", num_args = 0..=1, require_equals = true,
          default_missing_value = BOOK_IMAGES)]
    plot: Option<PathBuf>,
    /// The interpreter for asyncio and uvloop
    #[arg(long, value_name = "PATH", default_value = "python3")]
    python: String,
    /// Print the names of all workloads and runtimes
    #[arg(long)]
    list: bool,
    #[command(subcommand)]
    part: Option<Part>,
}

const BOOK_IMAGES: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../book/images/race");

/// What is no race, and what the race starts by itself.
#[derive(Subcommand)]
enum Part {
    /// The steps from the textbook's loop to the real one: see "Making it fast" in the book
    Steps {
        /// Fewer rounds
        #[arg(long)]
        quick: bool,
    },
    /// A runtime, in a process of its own
    #[command(hide = true)]
    Worker { runtime: String, workload: String, operations: usize },
    /// The client of the echo servers
    #[command(hide = true)]
    Client { server: SocketAddr, connections: usize, requests: usize },
}

impl Arguments {
    /// Does what they say.
    pub fn run(self) -> Result<()> {
        match &self.part {
            Some(Part::Steps { quick }) => {
                let effort = if *quick { Effort::Quick } else { Effort::Full };
                measure(effort).for_each(|table| println!("{table}"));
                Ok(())
            }
            Some(Part::Worker { runtime, workload, operations }) => {
                worker::work(runtime, names::workloads(workload)?[0], *operations)
            }
            Some(Part::Client { server, connections, requests }) => {
                println!("{}", client::run(*server, *connections, *requests)?);
                Ok(())
            }
            None if self.list => {
                print!("{}", list::print());
                Ok(())
            }
            None => self.race(),
        }
    }

    fn race(self) -> Result<()> {
        let quiet = self.json || self.markdown;
        let results = race::run(self.plan()?, |tables| {
            for table in tables {
                match quiet {
                    true => eprintln!("{}", table.name),
                    false => println!("{}", table::print(table)),
                }
            }
        });
        for line in &results.left_out {
            eprintln!("{line}");
        }
        println!("{}", self.report(&results)?);
        if let Some(folder) = &self.plot {
            plot::write(&results, folder)?;
        }
        Ok(())
    }

    fn plan(&self) -> Result<Plan> {
        Ok(Plan {
            workloads: self.chosen_workloads()?,
            runtimes: self.chosen_runtimes()?,
            quick: self.quick,
            rounds: self
                .rounds
                .map_or(if self.quick { 9 } else { 15 }, |rounds| rounds as usize),
            time: Duration::from_secs(if self.quick { 45 } else { 20 * 60 }),
            python: self.python.clone(),
        })
    }

    /// In the order of the list, each once.
    fn chosen_workloads(&self) -> Result<Vec<&'static Workload>> {
        if self.workloads.is_empty() {
            let all = workload::ALL.iter();
            return Ok(all.filter(|one| !self.quick || one.quick.is_some()).collect());
        }
        let mut chosen = Vec::new();
        for asked in &self.workloads {
            chosen.extend(names::workloads(asked)?);
        }
        let all = workload::ALL.iter();
        Ok(all
            .filter(|one| chosen.iter().any(|other| other.name == one.name))
            .collect())
    }

    fn chosen_runtimes(&self) -> Result<Vec<&'static Runtime>> {
        if self.runtimes.is_empty() {
            return Ok(runtime::ALL.iter().collect());
        }
        self.runtimes.iter().map(|asked| names::runtime(asked)).collect()
    }

    fn report(&self, results: &Results) -> Result<String> {
        match (self.json, self.markdown) {
            (true, _) => json::print(results),
            (_, true) => Ok(markdown::print(results, &self.python)),
            _ => Ok(table::print_bars(results)),
        }
    }
}
