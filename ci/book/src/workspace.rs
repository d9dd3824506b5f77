//! The workspace's root, and its files.

use crate::problem::{Problem, shown};
use crate::text::did_you_mean;
use anyhow::{Context, Result};
use std::path::{Component, Path, PathBuf};
use std::{env, fs, io};

/// The workspace: the nearest folder with a `book.toml`.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Looks for the root from the current folder upwards.
    pub(crate) fn find() -> Result<Self> {
        let here = env::current_dir().context("the current folder is gone")?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("book.toml").is_file())
            .with_context(|| {
            format!("no book.toml in {} or a folder above it", here.display())
        })?;
        Ok(Workspace::at(root))
    }

    pub(crate) fn at(root: &Path) -> Self {
        Workspace { root: root.to_path_buf() }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// `path` as an absolute one.
    pub(crate) fn join(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    /// The file that a directive names: it counts from `chapters/`.
    pub(crate) fn in_chapters(&self, path: &str) -> Result<PathBuf, Problem> {
        let outside = || Problem::new(format!("`{path}` leads out of the workspace"));
        let mut file = PathBuf::from("chapters");
        for part in Path::new(path).components() {
            match part {
                Component::Normal(part) => file.push(part),
                Component::CurDir => {}
                Component::ParentDir if file.pop() => {}
                _ => return Err(outside()),
            }
        }
        Ok(file)
    }

    /// The folder of a chapter.
    pub(crate) fn chapter(&self, name: &str) -> Result<PathBuf, Problem> {
        let folder = self.in_chapters(name)?;
        if self.join(&folder).is_dir() {
            return Ok(folder);
        }
        let chapters = self.list(Path::new("chapters"));
        let names =
            chapters.iter().filter_map(|path| Some(shown(path.file_name()?.as_ref())));
        Err(Problem::new(format!("no chapter `{name}`{}", did_you_mean(name, names))))
    }

    /// The text of a file, relative to the root.
    pub(crate) fn read(&self, file: &Path) -> Result<String, Problem> {
        fs::read_to_string(self.join(file)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Problem::new(format!(
                "no file {}{}",
                shown(file),
                did_you_mean(&shown(file), self.siblings(file))
            )),
            _ => Problem::new(format!("cannot read {}: {error}", shown(file))),
        })
    }

    /// All files below `folder` whose names end with `.extension`, relative to the root, sorted.
    pub(crate) fn files(
        &self,
        folder: impl AsRef<Path>,
        extension: &str,
    ) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![folder.as_ref().to_path_buf()];
        while let Some(folder) = folders.pop() {
            for path in self.list(&folder) {
                if self.join(&path).is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|e| e == extension) {
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }

    /// What lies in a folder, relative to the root, sorted. Nothing if there is no such folder.
    pub(crate) fn list(&self, folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.join(folder)).into_iter().flatten();
        let mut paths: Vec<_> =
            entries.flatten().map(|entry| folder.join(entry.file_name())).collect();
        paths.sort();
        paths
    }

    /// The names, without extension, of the files in `folder` that have this `extension`.
    pub(crate) fn names(&self, folder: &Path, extension: &str) -> Vec<String> {
        let files = self.list(folder).into_iter();
        let files =
            files.filter(|path| path.extension().is_some_and(|e| e == extension));
        files.filter_map(|path| Some(shown(path.file_stem()?.as_ref()))).collect()
    }

    fn siblings(&self, file: &Path) -> Vec<String> {
        let folder = file.parent().unwrap_or(Path::new(""));
        self.list(folder).iter().map(|path| shown(path)).collect()
    }
}
