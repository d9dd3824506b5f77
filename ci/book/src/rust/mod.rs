//! Cuts items out of Rust source, by name.

mod header;
mod index;
mod query;

use crate::excerpt::Piece;
use crate::problem::{Problem, shown};
use crate::text::did_you_mean;
use index::Item;
use query::Query;
use std::path::Path;

/// Cuts what each of `names` stands for out of the file's text.
pub(crate) fn cut(
    file: &Path,
    text: &str,
    names: &[String],
) -> Result<Vec<Piece>, Problem> {
    let index = index::of(file, text)?;
    let mut pieces = Vec::new();
    for name in names {
        pieces.extend(pick(file, text, &index, name)?);
    }
    Ok(pieces)
}

fn pick(
    file: &Path,
    text: &str,
    index: &[Item],
    name: &str,
) -> Result<Vec<Piece>, Problem> {
    let query = Query::parse(name)?;
    if let Query::Header = query {
        return Ok(header::lines(text).map(Piece::from).into_iter().collect());
    }
    let ranked = index.iter().filter_map(|item| Some((query.rank(item)?, item)));
    let found = best(ranked.collect());
    match (&query, found.as_slice()) {
        (_, []) => Err(unknown(file, index, name)),
        (Query::Uses | Query::Mods, _) | (_, [_]) => {
            Ok(found.iter().map(|item| item.piece.clone()).collect())
        }
        (_, several) => Err(ambiguous(file, several, name)),
    }
}

/// The items of the lowest rank.
fn best(ranked: Vec<(usize, &Item)>) -> Vec<&Item> {
    let lowest = ranked.iter().map(|(rank, _)| *rank).min();
    let best = ranked.iter().filter(|(rank, _)| Some(*rank) == lowest);
    best.map(|(_, item)| *item).collect()
}

fn unknown(file: &Path, index: &[Item], name: &str) -> Problem {
    let names = index.iter().map(Item::name);
    let hint = did_you_mean(name, names);
    Problem::new(format!("no item `{name}` in {}{hint}", shown(file)))
}

fn ambiguous(file: &Path, found: &[&Item], name: &str) -> Problem {
    let places: Vec<_> = found
        .iter()
        .map(|item| format!("`{}` in line {}", item.name(), item.piece.lines.start()))
        .collect();
    Problem::new(format!(
        "`{name}` is ambiguous in {}: {}; name the one you mean",
        shown(file),
        places.join(", ")
    ))
}

#[cfg(test)]
mod tests;
