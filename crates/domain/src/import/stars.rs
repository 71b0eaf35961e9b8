//! Ratings of any scale as stars.

/// Whole stars, 1 to 5, for `value` out of `scale` (both in tenths, or in any one unit): rounded half up, never none.
pub fn stars(value: u16, scale: u16) -> i64 {
    let (value, scale) = (i64::from(value), i64::from(scale.max(1)));
    ((value * 10 + scale) / (scale * 2)).clamp(1, 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scale_becomes_one_to_five() {
        let rows = [(50, 50, 5), (10, 50, 1), (45, 50, 5), (44, 50, 4), (100, 100, 5), (70, 100, 4), (10, 100, 1), (0, 50, 1), (60, 50, 5)];
        for (value, scale, expected) in rows {
            assert_eq!(stars(value, scale), expected, "{value} of {scale}");
        }
    }
}
