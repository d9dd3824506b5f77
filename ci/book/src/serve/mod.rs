//! `cargo book`: serves the book, and builds it again when a source changes.

mod answer;
mod shelf;
mod watch;

use crate::print;
use crate::problem::Problem;
use crate::site;
use crate::workspace::Workspace;
use anyhow::{Context, Result, anyhow, bail};
use shelf::Shelf;
use std::env;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

/// Where the book is served unless somebody else is there.
const USUAL_PORT: u16 = 3000;

/// Serves until the process is stopped.
pub(crate) fn serve(
    workspace: &Workspace,
    port: Option<u16>,
    open: bool,
) -> Result<()> {
    let listener = bind(port)?;
    let address = format!("http://{}", listener.local_addr()?);
    let changes = watch::changes(workspace)?;
    let shelf = Arc::new(Mutex::new(Shelf::default()));
    rebuild(workspace, &shelf);

    let shared = Arc::clone(&shelf);
    thread::spawn(move || answer::all(&listener, &shared));
    println!("Reading at {address} (Ctrl-C stops)");
    if open && has_screen() && open::that_detached(&address).is_err() {
        println!("Open it in your browser.");
    }
    while changes.wait() {
        rebuild(workspace, &shelf);
    }
    bail!("the file watcher stopped");
}

/// A socket on this machine only: the book is nobody else's business.
fn bind(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let Some(port) = port else {
        let any = bind(USUAL_PORT).or_else(|_| bind(0));
        return any.context("no free port");
    };
    bind(port).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is taken by another program: name another, or leave out --port"
        ),
        _ => anyhow!("cannot listen on port {port}: {error}"),
    })
}

/// Puts the book onto the shelf. If it has problems, a good one that is there already stays.
fn rebuild(workspace: &Workspace, shelf: &Mutex<Shelf>) {
    let start = Instant::now();
    let lock = || shelf.lock().unwrap_or_else(PoisonError::into_inner);
    match site::build(workspace, None) {
        Ok(site) => {
            let problems = &site.report.problems;
            let seconds = start.elapsed().as_secs_f64();
            let taken = lock().take(&site);
            match (taken, print::problems(problems)) {
                (_, 0) => println!("Built in {seconds:.1} s"),
                (true, n) => {
                    println!("Built in {seconds:.1} s, with {}", Problem::total(n));
                }
                (false, n) => {
                    println!("{}: the last good build stays", Problem::total(n));
                }
            }
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            lock().apologise(&format!("{error:#}"));
        }
    }
}

/// Whether a browser could show anything.
fn has_screen() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let display = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "BROWSER"];
    !cfg!(target_os = "linux") || display.into_iter().any(set)
}
