use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A book of a few lines, in a folder of its own.
pub(crate) struct Mini {
    folder: TempDir,
}

/// What a run of the companion left behind.
pub(crate) struct Run {
    pub(crate) succeeded: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The files of one exercise. The default is sound: `pub fn NAME(n)` is twice `n`.
pub(crate) struct Files {
    pub(crate) about: &'static str,
    pub(crate) solution: &'static str,
    pub(crate) test: &'static str,
    pub(crate) hints: &'static str,
}

impl Default for Files {
    fn default() -> Self {
        Files {
            about: "Twice as much.",
            solution: "    // TODO: twice as much\n    n * 2\n    // END\n",
            test: "assert_eq!(solve(2), 4, \"2 becomes 4\");",
            hints: "Look.\n\n---\n\nLook at `n`.\n\n---\n\nTwo of it.\n",
        }
    }
}

impl Mini {
    pub(crate) fn new() -> Self {
        let mini = Mini { folder: tempfile::tempdir().unwrap() };
        let members =
            "[workspace]\nresolver = \"3\"\nmembers = [\"chapters/*/exercises\"]\n";
        mini.write("Cargo.toml", members);
        mini
    }

    /// Adds a chapter without exercises.
    pub(crate) fn chapter(&self, chapter: &str) {
        let (number, _) = chapter.split_once('-').unwrap();
        let manifest = format!(
            "[package]\nname = \"ex{number}\"\nedition = \"2024\"\n[features]\nsolution = []\n"
        );
        let folder = format!("chapters/{chapter}/exercises");
        self.write(&format!("{folder}/Cargo.toml"), &manifest);
        let allow =
            "#![cfg_attr(not(feature = \"solution\"), allow(unused_variables))]\n";
        self.write(
            &format!("{folder}/src/lib.rs"),
            &format!("//! Exercises.\n{allow}"),
        );
    }

    /// Adds an exercise to a chapter; its stub is still to be made.
    pub(crate) fn exercise(&self, chapter: &str, name: &str, files: Files) {
        let (number, _) = chapter.split_once('-').unwrap();
        let folder = format!("chapters/{chapter}/exercises");
        if !self.path(&folder).exists() {
            self.chapter(chapter);
        }
        let Files { about, solution, test, hints } = files;
        let doc =
            if about.is_empty() { String::new() } else { format!("/// {about}\n") };
        let path = format!(
            "#[cfg_attr(feature = \"solution\", path = \"../solutions/{name}.rs\")]"
        );
        self.append(
            &format!("{folder}/src/lib.rs"),
            &format!("\n{doc}{path}\npub mod {name};\n"),
        );
        let solution =
            format!("/// Solves it.\npub fn solve(n: u32) -> u32 {{\n{solution}}}\n");
        self.write(&format!("{folder}/solutions/{name}.rs"), &solution);
        self.write(&format!("{folder}/hints/{name}.md"), hints);
        let test = format!(
            "use ex{number}::{name}::solve;\n\n#[test]\nfn solves() {{\n    {test}\n}}\n"
        );
        self.write(&format!("{folder}/tests/exercises/{name}.rs"), &test);
        self.append(
            &format!("{folder}/tests/exercises/main.rs"),
            &format!("mod {name};\n"),
        );
    }

    /// Fills in a stub, as a reader would.
    pub(crate) fn solve(&self, chapter: &str, name: &str, body: &str) {
        let stub = format!("chapters/{chapter}/exercises/src/{name}.rs");
        self.write(&stub, &format!("pub fn solve(n: u32) -> u32 {{ {body} }}\n"));
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn append(&self, file: &str, text: &str) {
        let old = fs::read_to_string(self.path(file)).unwrap_or_default();
        self.write(file, &(old + text));
    }

    /// The companion, in a folder of this book.
    pub(crate) fn command(
        &self,
        folder: impl AsRef<Path>,
        arguments: &[&str],
    ) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_exercises"));
        command
            .args(arguments)
            .current_dir(self.folder.path().join(folder))
            .env("CARGO_TARGET_DIR", self.path("target"))
            .stdin(Stdio::null());
        command
    }

    /// Runs `cargo exercises` in the top folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("", arguments)
    }

    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let output = self.command(folder, arguments).output().unwrap();
        Run {
            succeeded: output.status.success(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs what must succeed, and returns what it prints.
    #[track_caller]
    pub(crate) fn stdout(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert!(run.succeeded, "{arguments:?} failed:\n{}{}", run.stdout, run.stderr);
        run.stdout
    }

    /// Runs what must fail, and returns its error.
    #[track_caller]
    pub(crate) fn error(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert!(!run.succeeded, "{arguments:?} did not fail:\n{}", run.stdout);
        run.stderr
    }
}

/// Panics unless `text` contains each of the lines, apart from space around them.
#[track_caller]
pub(crate) fn assert_has(text: &str, lines: &[&str]) {
    for line in lines {
        let found = text.lines().any(|found| found.trim() == line.trim());
        assert!(found, "no line `{line}` in:\n{text}");
    }
}
