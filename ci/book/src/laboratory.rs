//! The laboratory's WebAssembly, if `ci/lab/build` has made it. A script carries it, because a page
//! in a folder on disk may load scripts and nothing else.

use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const WASM: &str = "target/lab/wasm32-unknown-unknown/release/lab_web.wasm";

/// What `assets/lab.js` loads when a reader presses the button.
const NAME: &str = "lab-wasm.js";

/// Adds it to a finished book. Without it, the pages keep their forms to themselves.
pub(crate) fn put_into(workspace: &Workspace, book: &Path) -> Result<()> {
    let Ok(wasm) = fs::read(workspace.join(WASM)) else {
        return Ok(());
    };
    let file = book.join(NAME);
    let script = format!("globalThis.labWasm = \"{}\";\n", base64(&wasm));
    fs::write(&file, script).with_context(|| format!("cannot write {}", file.display()))
}

/// Whether pages may offer it.
pub(crate) fn is_built(workspace: &Workspace) -> bool {
    workspace.join(WASM).is_file()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] =
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let three =
            (0..3).fold(0, |all, i| all << 8 | u32::from(*chunk.get(i).unwrap_or(&0)));
        let digit = |i: u32| char::from(DIGITS[(three >> (18 - 6 * i)) as usize % 64]);
        text.extend((0..=chunk.len() as u32).map(digit));
        text.extend(std::iter::repeat_n('=', 3 - chunk.len()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_what_browsers_read() {
        let texts = ["", "f", "fo", "foo", "foob"].map(|text| base64(text.as_bytes()));
        assert_eq!(texts, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]);
        assert_eq!(base64(&[255, 254, 0]), "//4A");
    }
}
