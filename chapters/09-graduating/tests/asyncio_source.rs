//! What the book quotes of asyncio's source is in asyncio's source.

use evidence::assert_lines;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The first line of an extract says where it is from: that may move from one 3.11 to the
/// next.
fn quoted(extract: &str) -> &str {
    extract.split_once('\n').map_or("", |(_, quoted)| quoted)
}

fn cut_into(folder: &Path) {
    fs::create_dir_all(folder).expect("a folder for extracts");
    let script = "python/asyncio_source.py";
    let status = Command::new("python3").arg(script).arg(folder).status();
    assert!(status.expect("python3").success(), "{script}");
}

/// `UPDATE=1` writes them anew.
#[test]
fn extracts_are_as_in_asyncio() {
    let kept = Path::new("python/asyncio");
    if env::var_os("UPDATE").is_some() {
        return cut_into(kept);
    }
    let version = Command::new("python3").arg("--version").output();
    let version = version.map_or(Vec::new(), |output| output.stdout);
    if !version.starts_with(b"Python 3.11.") {
        return eprintln!("this python3 is not 3.11: asyncio's source is not compared");
    }
    let now = Path::new(env!("CARGO_TARGET_TMPDIR")).join("asyncio");
    cut_into(&now);
    for file in fs::read_dir(kept).expect("the extracts") {
        let name = file.expect("a file").file_name();
        let [kept, now] = [kept, &now]
            .map(|folder| fs::read_to_string(folder.join(&name)).unwrap_or_default());
        let expectation = format!("{} as in asyncio", name.display());
        assert_lines(&expectation, quoted(&now), quoted(&kept));
    }
}
