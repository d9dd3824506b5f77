use crate::workspace::Workspace;
use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// What a book is made of.
const FOLDERS: [&str; 3] = ["book", "chapters", "ci/book/assets"];

/// An editor saves in several steps: wait until it is quiet for so long.
const QUIET: Duration = Duration::from_millis(100);

/// Says when a source of the book changes.
pub(super) struct Changes {
    events: Receiver<()>,
    /// Watches for as long as it lives.
    _watcher: RecommendedWatcher,
}

/// Watches book.toml, the pages, the chapters and the assets.
pub(super) fn changes(workspace: &Workspace) -> Result<Changes> {
    let (sender, events) = channel();
    let root = workspace.root().to_path_buf();
    let mut watcher = recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| matters(&event, &root)) {
            // Nobody listens only when the process ends.
            let _: Result<(), _> = sender.send(());
        }
    })?;
    // An editor may put a new book.toml in the old one's place, so watch the folder around it.
    watcher
        .watch(workspace.root(), RecursiveMode::NonRecursive)
        .context("cannot watch the workspace")?;
    for folder in FOLDERS {
        let path = workspace.join(folder);
        if path.is_dir() {
            watcher
                .watch(&path, RecursiveMode::Recursive)
                .with_context(|| format!("cannot watch {folder}"))?;
        }
    }
    Ok(Changes { events, _watcher: watcher })
}

/// Reading a file changes nothing.
fn matters(event: &Event, root: &Path) -> bool {
    !event.kind.is_access() && event.paths.iter().any(|path| is_source(path, root))
}

/// Whether the book is made from this file, or it is one that an editor or a test leaves behind.
fn is_source(path: &Path, root: &Path) -> bool {
    let Ok(path) = path.strip_prefix(root) else {
        return false;
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let left_behind = ["~", ".swp", ".snap.new", ".pyc", "__pycache__"];
    let in_folder = path.components().count() > 1;
    (in_folder || name == "book.toml")
        && !name.starts_with('.')
        && !left_behind.iter().any(|end| name.ends_with(end))
}

impl Changes {
    /// Waits for a change, and then until there are no more. Says `false` if none can come.
    pub(super) fn wait(&self) -> bool {
        if self.events.recv().is_err() {
            return false;
        }
        loop {
            match self.events.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_matter_and_what_is_left_behind_does_not() {
        let is_source =
            |path: &str| is_source(&Path::new("/w").join(path), Path::new("/w"));
        assert!(is_source("book.toml"));
        assert!(is_source("book/01-generators/index.md"));
        assert!(is_source("chapters/01-generators/tests/snapshots/a.snap"));
        assert!(!is_source("Cargo.lock"));
        assert!(!is_source("book/.index.md.swp"));
        assert!(!is_source("book/index.md~"));
        assert!(!is_source("chapters/01-generators/tests/snapshots/a.snap.new"));
        assert!(!is_source("/elsewhere/book/index.md"));
    }
}
