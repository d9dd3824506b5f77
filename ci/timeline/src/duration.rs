//! Durations, as Rust's `Debug` writes them.

const UNITS: [(&str, f64); 4] = [("ns", 1e-9), ("µs", 1e-6), ("ms", 1e-3), ("s", 1.0)];

/// `1.5s` in seconds. `None` if it is something else.
pub(crate) fn read(text: &str) -> Option<f64> {
    let unit = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, unit) = text.split_at(unit);
    let (_, seconds) = UNITS.iter().find(|(name, _)| *name == unit)?;
    Some(number.parse::<f64>().ok()? * seconds)
}

/// Seconds as `1.5s`.
pub(crate) fn words(seconds: f64) -> String {
    let unit = UNITS.iter().rfind(|(_, unit)| seconds >= *unit);
    let (name, unit) = unit.unwrap_or(&UNITS[0]);
    let number = (seconds / unit * 1000.0).round() / 1000.0;
    format!("{number}{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_told_from_other_things() {
        assert_eq!(read("1.5s"), Some(1.5));
        assert_eq!(read("20ms"), Some(0.02));
        assert_eq!(
            [read("something to read"), read("3 loaves"), read("s"), read("")],
            [None; 4]
        );
    }

    #[test]
    fn durations_are_written_as_rust_does() {
        assert_eq!(
            [words(1.5), words(0.02), words(0.0), words(0.1 + 0.2)],
            ["1.5s", "20ms", "0ns", "300ms"]
        );
    }
}
