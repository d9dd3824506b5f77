use crate::{regions, rustfmt};
use anyhow::{Context, Result, anyhow};
use cargo_metadata::{Package, PackageId};
use std::fs;
use std::path::{Path, PathBuf};

/// One exercise: a stub to fill in, its tests, its hints, and its solution.
#[derive(Clone, Debug)]
pub(crate) struct Exercise {
    /// Its module's name, which is also the filter that runs its tests alone.
    pub(crate) name: String,
    /// What it is about, in a line.
    pub(crate) about: String,
    /// The folder of its chapter, such as `01-generators`.
    pub(crate) chapter: String,
    /// The package that holds it, such as `ex01-generators`.
    pub(crate) package: String,
    pub(crate) package_id: PackageId,
    edition: String,
    folder: PathBuf,
}

impl Exercise {
    /// The exercises that the `pub mod` lines of a package list, in their order.
    pub(crate) fn all_of(package: &Package, chapter: &str) -> Result<Vec<Exercise>> {
        let manifest = package.manifest_path.as_std_path();
        let folder = manifest.parent().context("a manifest lies in a folder")?;
        let list = folder.join("src/lib.rs");
        let entries = entries(&read(&list)?).with_context(|| {
            format!("cannot list the exercises of {}", list.display())
        })?;
        let exercise = |(name, about)| Exercise {
            name,
            about,
            chapter: chapter.to_string(),
            package: package.name.to_string(),
            package_id: package.id.clone(),
            edition: package.edition.to_string(),
            folder: folder.to_path_buf(),
        };
        Ok(entries.into_iter().map(exercise).collect())
    }

    /// Its name, preceded by its chapter's: no other exercise is called that.
    pub(crate) fn full_name(&self) -> String {
        format!("{}/{}", self.chapter, self.name)
    }

    /// The folder of its package.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file that the reader fills in.
    pub(crate) fn stub_path(&self) -> PathBuf {
        self.folder.join(format!("src/{}.rs", self.name))
    }

    /// The file that the stub is made from.
    pub(crate) fn solution_path(&self) -> PathBuf {
        self.folder.join(format!("solutions/{}.rs", self.name))
    }

    pub(crate) fn hints_path(&self) -> PathBuf {
        self.folder.join(format!("hints/{}.md", self.name))
    }

    /// Whether this file is its stub, its solution, or its tests.
    pub(crate) fn owns(&self, file: &Path) -> bool {
        let tests = self.folder.join(format!("tests/exercises/{}.rs", self.name));
        [self.stub_path(), self.solution_path(), tests].contains(&file.to_path_buf())
    }

    /// What a reader types to run its tests, and only these.
    pub(crate) fn command(&self) -> String {
        format!("cargo test -p {} {}", self.package, self.name)
    }

    /// What the stub starts as: how to check it, then [`regions::stub`] of the solution, as
    /// `rustfmt` would have it.
    pub(crate) fn stub(&self) -> Result<String> {
        let path = self.solution_path();
        let stub = regions::stub(&read(&path)?)
            .map_err(|error| anyhow!("{}, {error}", path.display()))?;
        let stub = format!("// Check it: {}\n\n{stub}", self.command());
        rustfmt::format(&stub, &self.edition, &self.folder)
            .with_context(|| format!("what {} makes is not Rust", path.display()))
    }
}

/// Reads a file, and names it if that fails.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Name and first line of documentation of each `pub mod name;`.
fn entries(list: &str) -> Result<Vec<(String, String)>> {
    let file = syn::parse_file(list)?;
    let entry = |item| match item {
        syn::Item::Mod(module) if matches!(module.vis, syn::Visibility::Public(_)) => {
            let about = module.attrs.iter().find_map(doc_line).unwrap_or_default();
            Some((module.ident.to_string(), about))
        }
        _ => None,
    };
    Ok(file.items.into_iter().filter_map(entry).collect())
}

fn doc_line(attribute: &syn::Attribute) -> Option<String> {
    let doc = attribute.meta.require_name_value().ok()?;
    match &doc.value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })
            if doc.path.is_ident("doc") =>
        {
            Some(text.value().trim().to_string())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_public_modules_in_their_order() {
        let list = "\
//! Exercises.

/// Second in the alphabet.
/// And more.
#[cfg_attr(feature = \"solution\", path = \"../solutions/b.rs\")]
pub mod b;
#[doc = \" First. \"]
pub mod a;
mod helper;
pub mod plain;
";
        let expected =
            [("b", "Second in the alphabet."), ("a", "First."), ("plain", "")];
        let expected =
            expected.map(|(name, about)| (name.to_string(), about.to_string()));
        assert_eq!(entries(list).unwrap(), expected);
    }
}
