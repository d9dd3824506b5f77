use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// An editor that saves makes several events. They count as one if they are no further apart.
const QUIET: Duration = Duration::from_millis(100);

/// Notices when Rust files of a folder are saved.
pub(crate) struct Saves {
    events: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Saves {
    /// Notices from now on.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        let (sender, events) = mpsc::channel();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<Event>| {
                if event.is_ok_and(|event| is_save(&event)) {
                    // Nobody listens any more only when the program ends.
                    let _ = sender.send(());
                }
            })?;
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch {}", folder.display()))?;
        Ok(Saves { events, _watcher: watcher })
    }

    /// Blocks until the next save. One since the last call counts.
    pub(crate) fn wait(&self) -> Result<()> {
        self.events.recv().context("the file watcher has stopped")?;
        while self.events.recv_timeout(QUIET).is_ok() {}
        Ok(())
    }
}

fn is_save(event: &Event) -> bool {
    let is_rust =
        |path: &std::path::PathBuf| path.extension().is_some_and(|end| end == "rs");
    !event.kind.is_access() && event.paths.iter().any(is_rust)
}
