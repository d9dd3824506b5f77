//! mdbook-mermaid carries mermaid.min.js for its own `install` command. Find it there, so that the
//! book needs no copy of its own and Cargo.lock pins both.

use std::env;
use std::process::Command;

fn main() {
    let cargo = env::var("CARGO").expect("cargo runs build scripts");
    let host = env::var("HOST").expect("cargo runs build scripts");
    let metadata = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--filter-platform", &host])
        .output()
        .expect("cargo metadata runs");
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata.stdout).expect("cargo metadata prints JSON");
    let manifest = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "mdbook-mermaid")
        .and_then(|package| package["manifest_path"].as_str())
        .expect("mdbook-mermaid is a dependency");
    let script = manifest.replace("Cargo.toml", "src/bin/assets/mermaid.min.js");
    println!("cargo::rustc-env=MERMAID_JS={script}");
    println!("cargo::rerun-if-changed={script}");
    println!("cargo::rerun-if-changed=Cargo.toml");
}
