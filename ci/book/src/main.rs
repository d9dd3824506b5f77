//! `cargo book`: builds, serves and checks the book.

mod browser;
mod check;
mod diagram;
mod directive;
mod excerpt;
mod fences;
mod figure;
mod finish;
mod laboratory;
mod mdbook_log;
mod offline;
mod page;
mod panics;
mod preprocessor;
mod print;
mod problem;
mod python;
mod report;
mod rust;
mod serve;
mod site;
mod sites;
mod summary;
mod text;
mod timeline;
mod workspace;

use anyhow::{Error, Result, bail};
use clap::{Args, Parser, Subcommand};
use problem::Problem;
use std::io::{self, Write};
use std::process::ExitCode;
use workspace::Workspace;

/// Builds the book, serves it on this machine, and opens it in the browser.
#[derive(Parser)]
#[command(bin_name = "cargo book", args_conflicts_with_subcommands = true)]
struct Command {
    #[command(flatten)]
    serve: Serve,
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Args)]
struct Serve {
    /// Serve on this port; without it, on 3000 or any that is free
    #[arg(long)]
    port: Option<u16>,
    /// Leave the browser alone
    #[arg(long)]
    no_open: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Serve the book, build it again when a source changes (the default)
    Serve(Serve),
    /// Build the book, and say where it is
    Build,
    /// Find what is wrong with the book, and exit with 1 if anything is
    Check,
    /// Build the book, and print all of it into one PDF file
    Pdf,
    /// Draw the pages' diagrams that are new or have changed, and remove drawings of old ones
    Draw,
    /// Draw a program's recorded run as an SVG file, on standard output
    Picture {
        /// For instance 04-scheduler, or 04-scheduler/hog
        program: String,
    },
    /// Read the book from mdBook on standard input, and write it expanded to standard output
    Preprocess {
        #[command(subcommand)]
        question: Option<Question>,
    },
}

#[derive(Subcommand)]
enum Question {
    /// Exit with 0 if there is something to do for this renderer
    Supports { renderer: String },
}

fn main() -> ExitCode {
    let command = Command::parse();
    panics::silence();
    let bug = |panic: Error| Err(panic.context("this is a fault of the book tool"));
    match panics::caught(|| run(command)).unwrap_or_else(bug) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command.task.unwrap_or(Task::Serve(command.serve)) {
        Task::Serve(Serve { port, no_open }) => {
            serve::serve(&Workspace::find()?, port, !no_open)?;
        }
        Task::Build => build(&Workspace::find()?)?,
        Task::Check => fail(&check::check(&Workspace::find()?)?)?,
        Task::Pdf => pdf(&Workspace::find()?)?,
        Task::Draw => {
            let (drawn, removed) = diagram::draw(&Workspace::find()?)?;
            println!("{drawn} drawn, {removed} removed");
        }
        Task::Picture { program } => picture(&Workspace::find()?, &program)?,
        Task::Preprocess { question: None } => preprocessor::answer()?,
        Task::Preprocess { question: Some(Question::Supports { renderer }) }
            if !preprocessor::supports(&renderer) =>
        {
            return Ok(ExitCode::FAILURE);
        }
        Task::Preprocess { .. } => {}
    }
    Ok(ExitCode::SUCCESS)
}

fn build(workspace: &Workspace) -> Result<()> {
    let site = site::build(workspace, None)?;
    println!("The book: {}", site.folder.join("index.html").display());
    fail(&site.report.problems)
}

/// Prints the book beside the folder that it is built into.
fn pdf(workspace: &Workspace) -> Result<()> {
    let site = site::build(workspace, None)?;
    fail(&site.report.problems)?;
    let file = site.folder.with_extension("pdf");
    let arguments = [site.folder.as_os_str(), file.as_os_str()];
    browser::run(workspace, "pdf.mjs", &arguments, &[])?;
    println!("The book: {}", file.display());
    Ok(())
}

fn picture(workspace: &Workspace, program: &str) -> Result<()> {
    let program = directive::Program::parse(program);
    match program.and_then(|program| timeline::picture(workspace, &program)) {
        Ok(svg) => Ok(io::stdout().write_all(svg.as_bytes())?),
        Err(problem) => fail(&[problem]),
    }
}

/// Prints the problems. Any is an error.
fn fail(problems: &[Problem]) -> Result<()> {
    match print::problems(problems) {
        0 => Ok(()),
        n => bail!("{}", Problem::total(n)),
    }
}
