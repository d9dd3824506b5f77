//! Work that a browser does: the scripts in ci/browser, run by Node.

use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};

const NEEDS: &str =
    "this needs Node, chromium (or CHROMIUM=PATH), and `npm ci` in ci/browser";

/// Runs a script in ci/browser. Gives it `input` to read, and returns what it writes.
pub(crate) fn run(
    workspace: &Workspace,
    script: &str,
    arguments: &[&OsStr],
    input: &[u8],
) -> Result<Vec<u8>> {
    let script = format!("ci/browser/{script}");
    let mut child = Command::new("node")
        .arg(workspace.join(&script))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run node: {NEEDS}"))?;
    // If it has ended already, its status says so below.
    child.stdin.take().context("it reads")?.write_all(input).ok();
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("{script} failed: {NEEDS}");
    }
    Ok(output.stdout)
}
