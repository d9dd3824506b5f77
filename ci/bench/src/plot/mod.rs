//! The book's plots: SVG files that bring their own paper, white or black as the reader's system
//! asks.

mod lines;
mod ratios;
mod svg;

use crate::result::Results;
use anyhow::{Context, Result};
use std::path::Path;

/// Writes those for which there are results, and says which.
pub fn write(results: &Results, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let plots = [
        ("ratios.svg", ratios::draw(results)),
        ("yield.svg", lines::draw(results, &lines::YIELD)),
        ("spawn.svg", lines::draw(results, &lines::SPAWN)),
        ("sockets.svg", lines::draw(results, &lines::SOCKETS)),
    ];
    for (name, plot) in plots {
        let Some(plot) = plot else { continue };
        let path = folder.join(name);
        std::fs::write(&path, plot).with_context(|| path.display().to_string())?;
        eprintln!("drew {}", path.display());
    }
    Ok(())
}
