use crate::exercise::Exercise;
use anyhow::{Context, Result, bail};
use cargo_metadata::{MetadataCommand, Package};
use std::path::{Path, PathBuf};

/// A checkout of the book, and the exercises in it.
pub(crate) struct Workspace {
    /// Its top folder.
    pub(crate) root: PathBuf,
    /// Where cargo builds.
    pub(crate) target: PathBuf,
    /// All exercises, in the order of the book.
    pub(crate) exercises: Vec<Exercise>,
}

impl Workspace {
    /// The workspace that `folder` lies in.
    pub(crate) fn find(folder: &Path) -> Result<Self> {
        let metadata = MetadataCommand::new()
            .current_dir(folder)
            .no_deps()
            .exec()
            .context("cannot ask cargo what is in this workspace")?;
        let root = metadata.workspace_root.as_std_path();
        let mut packages = metadata.workspace_packages();
        packages.sort_by_key(|package| &package.manifest_path);
        let mut exercises = Vec::new();
        for package in packages {
            if let Some(chapter) = chapter_of(package, root) {
                exercises.extend(Exercise::all_of(package, chapter)?);
            }
        }
        Ok(Workspace {
            root: root.to_path_buf(),
            target: metadata.target_directory.into_std_path_buf(),
            exercises,
        })
    }

    /// The exercise of this name. `05-syscalls/fib`, or shorter `05/fib`, says in which chapter.
    pub(crate) fn exercise(&self, name: &str) -> Result<&Exercise> {
        let found: Vec<_> =
            self.exercises.iter().filter(|e| is_called(e, name)).collect();
        match found[..] {
            [exercise] => Ok(exercise),
            [] => match self.nearest(name) {
                Some(near) => {
                    bail!("no exercise is called `{name}`; did you mean `{near}`?")
                }
                None => bail!(
                    "no exercise is called `{name}`; `cargo exercises` lists them all"
                ),
            },
            _ => {
                let names: Vec<_> = found.iter().map(|e| e.full_name()).collect();
                bail!("which `{name}`? There are `{}`", names.join("` and `"));
            }
        }
    }

    /// The shortest name that [`exercise`](Workspace::exercise) finds it by.
    pub(crate) fn short_name(&self, exercise: &Exercise) -> String {
        match self.exercise(&exercise.name) {
            Ok(_) => exercise.name.clone(),
            Err(_) => exercise.full_name(),
        }
    }

    /// The path from the top folder, which is how files are shown.
    pub(crate) fn relative<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }

    fn nearest(&self, name: &str) -> Option<String> {
        let name = name.to_lowercase();
        let candidates = self.exercises.iter().map(|e| match name.contains('/') {
            true => e.full_name(),
            false => e.name.clone(),
        });
        nearest(&name, candidates)
    }
}

/// The chapter whose exercises this package holds: it lies in `chapters/CHAPTER/exercises`.
fn chapter_of<'a>(package: &'a Package, root: &Path) -> Option<&'a str> {
    let folder = package.manifest_path.parent()?;
    let chapter = folder.parent()?;
    let is_exercises = folder.file_name() == Some("exercises")
        && chapter.parent()?.as_std_path() == root.join("chapters");
    chapter.file_name().filter(|_| is_exercises)
}

fn is_called(exercise: &Exercise, name: &str) -> bool {
    match name.split_once('/') {
        Some((chapter, name)) => {
            let number = exercise.chapter.split('-').next();
            exercise.name == name
                && (exercise.chapter == chapter || number == Some(chapter))
        }
        None => exercise.name == name,
    }
}

/// The candidate that takes the fewest changes of a letter, unless it is another word altogether.
fn nearest(name: &str, candidates: impl Iterator<Item = String>) -> Option<String> {
    let distance = |candidate: &String| strsim::damerau_levenshtein(name, candidate);
    candidates
        .min_by_key(distance)
        .filter(|candidate| distance(candidate) <= name.chars().count().max(3) / 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn suggests(name: &str, expected: Option<&str>) {
        let candidates = ["fibonacci", "take", "05-syscalls/fib"].map(String::from);
        assert_eq!(nearest(name, candidates.into_iter()).as_deref(), expected);
    }

    #[test]
    fn the_nearest_name_is_suggested() {
        suggests("fibonaci", Some("fibonacci"));
        suggests("fbionacci", Some("fibonacci"));
        suggests("teak", None);
        suggests("tak", Some("take"));
        suggests("05-syscall/fib", Some("05-syscalls/fib"));
        suggests("scheduler", None);
        suggests("", None);
    }
}
