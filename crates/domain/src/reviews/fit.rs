//! How a thing fits, from those who said so.

use serde::{Deserialize, Serialize};

/// Fewer answers prove nothing.
const ENOUGH: u32 = 5;

/// Answers to "how does it fit", from much too small to much too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Fit {
    /// How many said each of the five steps, the smallest first.
    pub counts: [u32; 5],
    /// The mean of −2 to 2, times ten: −20 is much too small, 0 as expected, 20 much too large.
    pub tenths: i8,
}

impl Fit {
    /// `None` below five answers.
    pub fn of(counts: [u32; 5]) -> Option<Self> {
        let total: u32 = counts.iter().sum();
        let sum: i64 = counts.iter().zip(-2..).map(|(count, step)| i64::from(*count) * step).sum();
        // Halves go away from the middle, in whole numbers.
        let tenths = (sum.abs() * 20 + i64::from(total)) / (i64::from(total).max(1) * 2) * sum.signum();
        (total >= ENOUGH).then(|| Self { counts, tenths: i8::try_from(tenths).unwrap_or_default() })
    }

    /// How many answered.
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_needs_five_answers_and_rounds_away_from_the_middle() {
        let table = [
            ([0, 0, 4, 0, 0], None),
            ([0, 0, 5, 0, 0], Some(0)),
            ([0, 0, 3, 2, 0], Some(4)),
            ([0, 2, 3, 0, 0], Some(-4)),
            ([5, 0, 0, 0, 0], Some(-20)),
            ([0, 0, 0, 1, 19], Some(20)),
            ([0, 0, 2, 5, 1], Some(9)),
        ];
        for (counts, tenths) in table {
            assert_eq!(Fit::of(counts).map(|fit| fit.tenths), tenths, "{counts:?}");
        }
    }
}
