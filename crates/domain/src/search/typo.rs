//! One slip of a finger.

/// Nobody finds longer words by a slip.
const LONGEST: usize = 32;

/// Whether one letter added, left out, changed, or swapped with its neighbour makes one word the other: a Damerau–Levenshtein
/// distance of 1 (F. J. Damerau, "A Technique for Computer Detection and Correction of Spelling Errors", 1964).
pub(super) fn is_one_off(one: &[char], other: &str) -> bool {
    // A letter has at most four bytes: most words are told by their length alone.
    if other.len() + 1 < one.len() || other.len() > (one.len() + 1) * 4 {
        return false;
    }
    let mut letters = ['\0'; LONGEST];
    let mut length = 0;
    for letter in other.chars() {
        if length == LONGEST.min(one.len() + 1) {
            return false;
        }
        letters[length] = letter;
        length += 1;
    }
    are_one_off(one, &letters[..length])
}

fn are_one_off(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if long.len() - short.len() > 1 {
        return false;
    }
    // Past the common beginning, exactly one of the four slips must explain all the rest.
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same..], &long[same..]);
    match (short, long) {
        ([], []) => false,
        _ if short.len() < long.len() => *short == long[1..],
        ([a, b, short @ ..], [c, d, long @ ..]) if a == d && b == c && short == long => true,
        _ => short[1..] == long[1..],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(one: &str, other: &str) -> bool {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        is_one_off(&letters(one), other)
    }

    #[test]
    fn the_four_slips_are_one_apart() {
        for (one, other, expected) in [
            ("lamp", "lamb", true),
            ("lamp", "lmap", true),
            ("lamp", "lmp", true),
            ("lamp", "lampe", true),
            ("lamp", "clamp", true),
            ("lamp", "lamp", false),
            ("lamp", "lapm", true),
            ("lamp", "pmal", false),
            ("lamp", "mug", false),
            ("lamp", "lampshade", false),
            ("에스프레소", "에스프래소", true),
        ] {
            assert_eq!((off(one, other), off(other, one)), (expected, expected), "{one} {other}");
        }
    }
}
