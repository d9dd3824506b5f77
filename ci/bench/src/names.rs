//! From what was typed to what was meant.

use crate::runtime::{self, Runtime};
use crate::workload::{self, Workload};
use anyhow::{Result, bail};

/// The workload of this name, or all whose names begin with it: `yield`.
pub fn workloads(asked: &str) -> Result<Vec<&'static Workload>> {
    let all = workload::ALL;
    let exact: Vec<_> = all.iter().filter(|workload| workload.name == asked).collect();
    if !exact.is_empty() {
        return Ok(exact);
    }
    let family: Vec<_> =
        all.iter().filter(|workload| family_of(workload.name) == asked).collect();
    if family.is_empty() {
        let names =
            all.iter().flat_map(|workload| [family_of(workload.name), workload.name]);
        bail!(unknown("workload", asked, names));
    }
    Ok(family)
}

/// The runtime of this name.
pub fn runtime(asked: &str) -> Result<&'static Runtime> {
    match runtime::ALL.iter().find(|runtime| runtime.name == asked) {
        Some(runtime) => Ok(runtime),
        None => {
            bail!(unknown(
                "runtime",
                asked,
                runtime::ALL.iter().map(|runtime| runtime.name)
            ))
        }
    }
}

/// `yield` of `yield-100`.
pub fn family_of(name: &str) -> &str {
    name.split('-').next().unwrap_or(name)
}

fn unknown<'a>(
    what: &str,
    asked: &str,
    names: impl Iterator<Item = &'a str>,
) -> String {
    let nearest = names.min_by_key(|name| strsim::damerau_levenshtein(asked, name));
    let nearest = nearest.unwrap_or_default();
    format!(
        "no {what} is called `{asked}`; the nearest is `{nearest}` (all: `cargo race --list`)"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(asked: &str) -> Vec<&str> {
        workloads(asked).unwrap().iter().map(|workload| workload.name).collect()
    }

    #[test]
    fn a_name_means_one_workload() {
        assert_eq!(names("yield-1"), ["yield-1"]);
        assert_eq!(names("gather"), ["gather"]);
    }

    #[test]
    fn a_family_means_all_of_it() {
        assert_eq!(names("echo"), ["echo-100", "echo-1000"]);
        assert_eq!(names("wake"), ["wake-busy", "wake-parked"]);
    }

    #[test]
    fn a_typo_gets_the_nearest_name() {
        let error = workloads("yeild-100").err().unwrap().to_string();
        assert!(error.contains("`yield-100`"), "{error}");
        let error = runtime("tokoi").err().unwrap().to_string();
        assert!(error.contains("`tokio`"), "{error}");
    }
}
