use clap::{Args, Parser, Subcommand};

/// Shows the way through the exercises. Without a command: lists them, and says which is next.
///
/// How far you are is what the tests say. NAME is the name of an exercise. Where two chapters have
/// one of the same name, `05-syscalls/fib`, or shorter `05/fib`, says which is meant.
#[derive(Parser)]
#[command(bin_name = "cargo exercises", args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) task: Option<Task>,
    /// List them as JSON, for editors
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Subcommand)]
pub(crate) enum Task {
    /// Show the next hint for an exercise, by default for the next one
    Hint(HintArguments),
    /// Run the tests of an exercise, by default of the next one
    Check {
        name: Option<String>,
        /// Print the result as JSON, for editors
        #[arg(long)]
        json: bool,
    },
    /// Check at every save, and move on when the tests pass
    Watch { name: Option<String> },
    /// Put the stub back, and keep your text beside it
    Reset {
        name: String,
        /// Do not ask first
        #[arg(long)]
        yes: bool,
    },
    /// For maintainers: make the stubs from the solutions
    ///
    /// A stub leaves imports and variables unused. In the crate's lib.rs, the line
    /// `#![cfg_attr(not(feature = "solution"), allow(unused))]` keeps the compiler quiet about it.
    Stubs {
        /// Also replace stubs that differ, which a reader may have solved
        #[arg(long)]
        force: bool,
    },
    /// For maintainers: prove that every stub fails, every solution passes, and more
    Verify,
}

#[derive(Args)]
pub(crate) struct HintArguments {
    pub(crate) name: Option<String>,
    /// Show all hints
    #[arg(long, conflicts_with = "step")]
    pub(crate) all: bool,
    /// Show the hint of this number
    #[arg(long, value_name = "NUMBER")]
    pub(crate) step: Option<usize>,
}
