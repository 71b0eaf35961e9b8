//! Stars and what they are worth together.

use serde::{Deserialize, Serialize};
use std::fmt;

/// z for a two-sided interval of 95 %.
const Z: f64 = 1.96;

/// How many reviews gave how many stars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Ratings {
    /// Index 0 counts one star, index 4 five.
    pub counts: [u32; 5],
}

/// Not one to five stars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotStars(pub u8);

impl Ratings {
    /// All reviews.
    pub fn total(&self) -> u64 {
        self.counts.iter().copied().map(u64::from).sum()
    }

    /// One review more.
    ///
    /// # Errors
    /// When `stars` is not 1 to 5; nothing is counted then.
    pub fn add(&mut self, stars: u8) -> Result<(), NotStars> {
        let count = usize::from(stars).checked_sub(1).and_then(|index| self.counts.get_mut(index)).ok_or(NotStars(stars))?;
        *count = count.saturating_add(1);
        Ok(())
    }

    /// Between 1 and 5; `None` without reviews.
    pub fn mean(&self) -> Option<f64> {
        // Counts of 32 bits times 5 stay far below 2⁵³, where f64 is exact.
        (self.total() > 0).then(|| self.stars() as f64 / self.total() as f64)
    }

    /// The mean in tenths, for display: 46 is "4.6". Halves go up, in whole numbers, so that no screen rounds otherwise.
    pub fn tenths(&self) -> Option<u8> {
        let total = self.total();
        (total > 0).then(|| u8::try_from((self.stars() * 20 + total) / (total * 2)).unwrap_or(50))
    }

    /// What ratings are sorted by, 0 to 1: the lower bound of the Wilson score interval at 95 %. Few reviews prove little, so one
    /// review of 5.0 stands below two hundred of 4.7; without reviews it is 0.
    ///
    /// With n reviews and p̂ the mean brought to 0…1, `p̂ = (mean − 1) / 4`:
    ///
    /// ```text
    /// (p̂ + z²/2n − z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)
    /// ```
    ///
    /// E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical
    /// Association 22 (1927), 209–212. The formula is for yes and no; for a score within 0…1 the variance is p̂(1 − p̂) at most,
    /// so the bound is on the careful side.
    pub fn rank(&self) -> f64 {
        self.mean().map_or(0.0, |mean| rank(mean, self.total()))
    }

    /// The sum of all stars given.
    fn stars(&self) -> u64 {
        self.counts.iter().zip(1..).map(|(count, stars)| u64::from(*count) * stars).sum()
    }
}

/// What a mean of `count` ratings proves; see [`Ratings::rank`].
pub fn rank(mean: f64, count: u64) -> f64 {
    if count == 0 {
        return 0.0;
    }
    let (n, p) = (count as f64, ((mean - 1.0) / 4.0).clamp(0.0, 1.0));
    let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    ((p + Z * Z / (2.0 * n) - spread) / (1.0 + Z * Z / n)).max(0.0)
}

impl fmt::Display for NotStars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "stars are 1 to 5, not {}", self.0)
    }
}

impl std::error::Error for NotStars {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratings(counts: [u32; 5]) -> Ratings {
        Ratings { counts }
    }

    #[test]
    fn ratings_rank_by_what_they_prove() {
        // Best first, with the tenths that the card shows.
        let table = [
            ([2, 2, 6, 34, 156], Some(47)),
            ([0, 0, 0, 0, 20], Some(50)),
            ([0, 1, 2, 7, 20], Some(45)),
            ([10, 10, 30, 25, 25], Some(35)),
            ([0, 0, 0, 1, 3], Some(48)),
            ([0, 0, 0, 0, 1], Some(50)),
            ([0, 0, 0, 1, 0], Some(40)),
            ([1, 0, 0, 0, 0], Some(10)),
        ];
        for (counts, tenths) in table {
            assert_eq!(ratings(counts).tenths(), tenths, "{counts:?}");
        }
        for pair in table.windows(2) {
            assert!(ratings(pair[0].0).rank() > ratings(pair[1].0).rank(), "{pair:?}");
        }
    }

    #[test]
    fn one_perfect_review_does_not_beat_two_hundred_good_ones() {
        let (one, many) = (ratings([0, 0, 0, 0, 1]), ratings([2, 2, 6, 34, 156]));
        assert!(one.mean() > many.mean() && one.rank() < many.rank());
        assert!((one.rank() - 0.2065).abs() < 0.0001, "{}", one.rank());
    }

    #[test]
    fn without_reviews_there_is_no_mean() {
        let none = Ratings::default();
        assert_eq!((none.total(), none.mean(), none.tenths()), (0, None, None));
        assert!(none.rank() == 0.0);
    }

    #[test]
    fn only_one_to_five_stars_count() {
        let mut ratings = Ratings::default();
        assert_eq!([ratings.add(0), ratings.add(6)], [Err(NotStars(0)), Err(NotStars(6))]);
        assert_eq!([ratings.add(1), ratings.add(5)], [Ok(()), Ok(())]);
        assert_eq!(ratings.counts, [1, 0, 0, 0, 1]);
        assert_eq!(serde_json::to_string(&ratings).expect("json"), r#"{"counts":[1,0,0,0,1]}"#);
    }

    proptest! {
        #[test]
        fn a_better_review_never_ranks_lower(counts: [u32; 5]) {
            let before = ratings(counts);
            let mut after = before;
            prop_assert!(after.add(5).is_ok());
            prop_assert!((0.0..=1.0).contains(&before.rank()));
            prop_assert!(after.rank() >= before.rank() - 1e-12);
            prop_assert!(before.tenths().is_none_or(|tenths| (10..=50).contains(&tenths)));
        }
    }
}
