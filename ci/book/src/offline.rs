//! The service worker, which lets readers read again what they have read, without a network.

use crate::diagram::hash;
use crate::problem::shown;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const SCRIPT: &str = include_str!("../assets/offline.js");
const NAME: &str = "offline.js";

/// Adds it to a finished book.
pub(crate) fn put_into(book: &Path) -> Result<()> {
    let shared = shared(&Workspace::at(book));
    let list = serde_json::to_string(&shared)?;
    let version = format!("const VERSION = \"{:08x}\";", hash(&list));
    let script = SCRIPT
        .replace("const VERSION = \"\";", &version)
        .replace("const SHARED = [];", &format!("const SHARED = {list};"));
    let file = book.join(NAME);
    fs::write(&file, script).with_context(|| format!("cannot write {}", file.display()))
}

/// What every page loads. The index of the search is large: it is kept once somebody searches.
fn shared(book: &Workspace) -> Vec<String> {
    let files = ["css", "js"].into_iter().flat_map(|kind| book.files("", kind));
    let names = files.map(|file| shown(&file));
    names
        .filter(|name| {
            !name.starts_with("searchindex") && name != NAME && name != "lab-wasm.js"
        })
        .collect()
}
