use crate::site::Site;
use crate::text::escape;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// The files that are served. They are held in memory, so that a page is never half written, and
/// nothing but the book can be asked for.
#[derive(Default)]
pub(super) struct Shelf {
    files: HashMap<String, Vec<u8>>,
    /// Whether what is there was built without problems.
    good: bool,
    version: u128,
}

impl Shelf {
    /// Takes a newly built book, and says whether it did: not if it has problems and the one that
    /// is there has none.
    pub(super) fn take(&mut self, site: &Site) -> bool {
        let good = site.report.problems.is_empty();
        if self.good && !good {
            return false;
        }
        let mut files = HashMap::new();
        read(&site.folder, "", &mut files);
        self.replace(files);
        self.good = good;
        true
    }

    /// Shows why there is no book, if there is none.
    pub(super) fn apologise(&mut self, error: &str) {
        if self.good {
            return;
        }
        let page = format!(
            "<!DOCTYPE html><html lang=\"en\"><title>No book</title><body>\
             <h1>The book cannot be built</h1><pre>{}</pre></body></html>",
            escape(error)
        );
        self.replace(HashMap::from([("index.html".into(), page.into_bytes())]));
    }

    fn replace(&mut self, files: HashMap<String, Vec<u8>>) {
        let now = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
        // Greater than any that a server before this one had, so that its pages reload, too.
        self.version = now.as_micros().max(self.version + 1);
        self.files = files;
    }

    pub(super) fn get(&self, path: &str) -> Option<&Vec<u8>> {
        self.files.get(path)
    }

    pub(super) fn version(&self) -> String {
        self.version.to_string()
    }
}

/// Reads a folder and all below it. What cannot be read is not there.
fn read(folder: &Path, prefix: &str, files: &mut HashMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            read(&entry.path(), &format!("{name}/"), files);
        } else if let Ok(bytes) = fs::read(entry.path()) {
            files.insert(name, bytes);
        }
    }
}
