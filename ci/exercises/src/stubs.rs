use crate::exercise::Exercise;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::iter;
use std::path::PathBuf;

/// What became of a stub that was to be written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was what the generator makes.
    Unchanged,
    /// It was not there, or was replaced by force.
    Written,
    /// Somebody has changed it, so it was left alone.
    Kept,
}

/// Writes the stub that the solution makes. A changed one is replaced only by `force`.
pub(crate) fn write(exercise: &Exercise, force: bool) -> Result<Outcome> {
    let stub = exercise.stub()?;
    let path = exercise.stub_path();
    if path.exists() {
        let old = fs::read(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        if old == stub.as_bytes() {
            return Ok(Outcome::Unchanged);
        }
        if !force {
            return Ok(Outcome::Kept);
        }
    }
    fs::write(&path, stub)
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(Outcome::Written)
}

/// Replaces a changed stub. Returns the file that now holds the old text.
pub(crate) fn reset(exercise: &Exercise) -> Result<PathBuf> {
    let stub = exercise.stub()?;
    let backup = back_up(exercise)?;
    let path = exercise.stub_path();
    fs::write(&path, stub)
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(backup)
}

/// Copies the stub to the first of `NAME.rs.bak`, `NAME.rs.bak2`, … that is free.
fn back_up(exercise: &Exercise) -> Result<PathBuf> {
    let path = exercise.stub_path();
    let mut old =
        File::open(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let numbered = (2..).map(|number: u32| format!("rs.bak{number}"));
    for ending in iter::once("rs.bak".to_string()).chain(numbered) {
        let backup = path.with_extension(ending);
        match File::create_new(&backup) {
            Ok(mut file) => {
                io::copy(&mut old, &mut file)?;
                file.sync_all()?;
                return Ok(backup);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => {
                return Err(error)
                    .context(format!("cannot write {}", backup.display()));
            }
        }
    }
    bail!("{} has too many backups", path.display())
}
