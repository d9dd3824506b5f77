//! A workspace in miniature, in which everything is as it should be.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, str};
use tempfile::TempDir;

/// The tool under test.
pub(crate) const BOOK: &str = env!("CARGO_BIN_EXE_book");

/// A workspace in a folder of its own, gone with this value.
pub(crate) struct Mini {
    folder: TempDir,
}

/// What the tool said.
pub(crate) struct Answer {
    pub(crate) success: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Mini {
    pub(crate) fn new() -> Self {
        let mini = Mini { folder: tempfile::tempdir().expect("a folder for the test") };
        for (path, text) in FILES {
            mini.write(path, text);
        }
        mini
    }

    pub(crate) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder"))
            .expect("the folder is new");
        fs::write(path, text).expect("the file is new");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        let path = self.path(path);
        fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Whether a file is there and has this text.
    pub(crate) fn has(&self, path: &str, text: &str) -> bool {
        fs::read_to_string(self.path(path)).is_ok_and(|found| found.contains(text))
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("the file was there");
    }

    /// Replaces a text that must be there.
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, &text.replace(from, to));
    }

    /// Adds lines to the end of a page that has 20 lines, so that the first becomes line 21.
    pub(crate) fn add_to_page(&self, text: &str) {
        let page = self.read("book/page.md");
        assert_eq!(page.lines().count(), 20);
        self.write("book/page.md", &format!("{page}{text}\n"));
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        self.run_in("", arguments)
    }

    /// Runs the tool in a folder below the root.
    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Answer {
        Answer::of(Command::new(BOOK).args(arguments).current_dir(self.path(folder)))
    }

    /// Runs the tool where it finds no other program.
    pub(crate) fn run_without_programs(&self, arguments: &[&str]) -> Answer {
        let mut tool = Command::new(BOOK);
        Answer::of(tool.args(arguments).current_dir(self.path("")).env("PATH", ""))
    }
}

impl Answer {
    fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the tool runs");
        let text = |bytes: &[u8]| str::from_utf8(bytes).expect("UTF-8").to_string();
        Answer {
            success: output.status.success(),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }
}

const FILES: [(&str, &str); 19] = [
    (
        "book.toml",
        "[book]\ntitle = \"Mini\"\nsrc = \"book\"\n\n[build]\nbuild-dir = \"target/book\"\n\
         create-missing = false\n\n[output.html.playground]\nrunnable = false\n\n\
         [output.html.print]\nenable = false\n\n[output.html.search]\nenable = false\n",
    ),
    (
        "book/SUMMARY.md",
        "# Summary\n\n- [Start](index.md)\n- [Page](page.md)\n- [Sub](sub/index.md)\n",
    ),
    (
        "book/index.md",
        "# Start\n\n## A *fine* heading\n\nTo [the page](page.md#second).\n",
    ),
    (
        "book/sub/index.md",
        "# Sub\n\nBack to [a heading](../index.md#a-fine-heading).\n",
    ),
    (
        "book/page.md",
        r#"# Page

{{#listing 01-mini/src/lib.rs //!; Counter; Counter::new; impl Iterator for Counter}}

{{#listing 01-mini/src/main.rs}}

## Second

{{#beside}}
{{#listing 01-mini/src/lib.rs twice}}
{{#python 01-mini/python/01-mini.py twice}}
{{/beside}}

{{#output 01-mini}}
{{#output 01-mini/hog.lanes}}
{{#error 01-mini/tests/ui/moved.rs}}
{{#timeline 01-mini/hog See how it hogs.}}
{{#exercise 01-mini half}}
{{#solution 01-mini half}}

"#,
    ),
    (
        "chapters/01-mini/src/lib.rs",
        r#"//! A layer.

/// Counts.
pub struct Counter {
    n: u32,
}

impl Counter {
    /// From `n`.
    pub fn new(n: u32) -> Self {
        Counter { n }
    }
}

impl Iterator for Counter {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.n = self.n.checked_sub(1)?;
        Some(self.n)
    }
}

/// Two of it.
///
/// ```
/// # use mini::twice;
/// assert_eq!(twice(2), 4);
/// ```
pub fn twice(n: u32) -> u32 {
    2 * n
}
"#,
    ),
    ("chapters/01-mini/src/main.rs", "fn main() {\n    println!(\"<4>\");\n}\n"),
    ("chapters/01-mini/examples/hog.rs", "fn main() {}\n"),
    ("chapters/01-mini/examples/free.rs", "fn main() {}\n"),
    (
        "chapters/01-mini/python/01-mini.py",
        "def twice(n):\n    return 2 * n\n\nprint(\"<4>\")\n",
    ),
    (
        "chapters/01-mini/tests/programs.rs",
        r#"// not pinned: free: its lines come in any order
// no twin: free: it has no order to compare
// no twin: hog: Python has no such scheduler
#[test]
fn mini() {
    evidence::bin(env!("CARGO_BIN_EXE_01-mini")).pinned().twin();
}
#[test]
fn hog() {
    evidence::example("hog").pinned().traced().lanes();
}
"#,
    ),
    ("chapters/01-mini/tests/snapshots/01-mini.snap", "---\nsource: x\n---\n<4>\n"),
    ("chapters/01-mini/tests/snapshots/hog.snap", "---\nsource: x\n---\nhog!\n"),
    (
        "chapters/01-mini/tests/snapshots/hog.lanes.snap",
        "---\nsource: x\n---\n│ create hog\n",
    ),
    (
        "chapters/01-mini/tests/snapshots/hog.trace.snap",
        "---\nsource: x\n---\n{\"message\":\"create\",\"task\":1,\"name\":\"hog\"}\n\
         {\"message\":\"resume\",\"task\":1}\nhog!\n\
         {\"message\":\"complete\",\"task\":1,\"exit\":\"returned\"}\n",
    ),
    ("chapters/01-mini/tests/ui/moved.rs", "fn main() {\n    nothing();\n}\n"),
    ("chapters/01-mini/tests/ui/moved.stderr", "error[E0425]: cannot find `nothing`\n"),
    (
        "chapters/01-mini/exercises/solutions/half.rs",
        "/// Halves.\npub fn half(n: u32) -> u32 {\n    // TODO: halve it\n    n / 2\n    // END\n}\n",
    ),
    (
        "chapters/01-mini/exercises/hints/half.md",
        "Think of *two*.\n\n---\n\nDivide by it.\n",
    ),
];
