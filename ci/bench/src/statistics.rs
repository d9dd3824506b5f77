//! Medians, spread, and ratios of paired samples.

/// The middle sample; of an even number, the mean of the middle two.
///
/// # Panics
///
/// If there is none.
pub fn median(samples: &[f64]) -> f64 {
    quantile(samples, 0.5)
}

/// Half the distance between the quartiles, as a share of the median: 0.03 is ±3 %.
pub fn spread(samples: &[f64]) -> f64 {
    (quantile(samples, 0.75) - quantile(samples, 0.25)) / 2.0 / median(samples)
}

/// The median of the ratios, turn by turn. The two were measured one shortly after the other, so
/// what slowed down one turn slowed down both, and the ratio does not show it.
///
/// `None` if there is no turn in which both took part.
pub fn paired_ratio(samples: &[f64], others: &[f64]) -> Option<f64> {
    let ratios: Vec<f64> = samples.iter().zip(others).map(|(a, b)| a / b).collect();
    (!ratios.is_empty()).then(|| median(&ratios))
}

fn quantile(samples: &[f64], share: f64) -> f64 {
    assert!(!samples.is_empty(), "no samples");
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let position = share * (sorted.len() - 1) as f64;
    let (below, above) = (position.floor() as usize, position.ceil() as usize);
    sorted[below] + (sorted[above] - sorted[below]) * position.fract()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
    }

    #[test]
    fn one_bad_turn_does_not_count() {
        assert_eq!(median(&[1.0, 1.0, 1.0, 1.0, 99.0]), 1.0);
        assert_eq!(spread(&[1.0, 1.0, 1.0, 1.0, 99.0]), 0.0);
    }

    #[test]
    fn spread_is_half_the_quartiles_distance() {
        assert_eq!(spread(&[8.0, 9.0, 10.0, 11.0, 12.0]), 0.1);
    }

    #[test]
    fn ratios_are_taken_turn_by_turn() {
        // The machine was slow in the second turn, for both.
        assert_eq!(paired_ratio(&[1.0, 10.0, 1.0], &[2.0, 20.0, 2.0]), Some(0.5));
        assert_eq!(paired_ratio(&[], &[1.0]), None);
    }
}
