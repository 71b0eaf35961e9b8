//! A second opinion on a row of bars. rxing takes the nearest digit by the widths of its bars, which ink and blur make wider; the distances
//! between like edges stay (ISO/IEC 15420's way of decoding), and a misread digit has others.

use domain::gs1::Symbology;
use rxing::common::BitArray;

/// Widths of the digits in number set A, in modules, space first; C has the same, B them backwards (figure 5.2.1.2.1-1).
const WIDTHS: [[u8; 4]; 10] = [
    [3, 2, 1, 1],
    [2, 2, 2, 1],
    [2, 1, 2, 2],
    [1, 4, 1, 1],
    [1, 1, 3, 2],
    [1, 2, 3, 1],
    [1, 1, 1, 4],
    [1, 3, 1, 2],
    [1, 2, 1, 3],
    [3, 1, 1, 2],
];
/// Which of the left six digits are of set B: EAN-13 by its first digit; UPC-E has the others so, by its check digit.
const LEFT_B: [u8; 10] = [0, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110, 0b011010];
/// How far an edge may lie off, in modules. Half a module is where the next digit begins; pixels are coarse. With 0.75 the first misreads
/// come back among drawn frames, with 0.5 one code in a hundred is lost.
const OFF: f32 = 0.6;

/// Whether the edges of a row, whose first guard is about `middle`, are where these digits have them.
pub(crate) fn agree(row: &BitArray, middle: usize, text: &str, symbology: Symbology) -> bool {
    let digits: Vec<usize> = text.bytes().map(|digit| usize::from(digit.wrapping_sub(b'0')).min(9)).collect();
    let (sets, left, right): (u8, &[usize], &[usize]) = match (symbology, digits.len()) {
        (Symbology::Ean13, 13) => (LEFT_B[digits[0]], &digits[1..7], &digits[7..]),
        (Symbology::UpcA, 12) => (0, &digits[..6], &digits[6..]),
        (Symbology::Ean8, 8) => (0, &digits[..4], &digits[4..]),
        (Symbology::UpcE, 8) if digits[7] == 0 => (0b111000, &digits[1..7], &[]),
        (Symbology::UpcE, 8) => (!LEFT_B[digits[7]], &digits[1..7], &[]),
        _ => return false,
    };
    let mut runs = Runs::after_guard(row, middle);
    let is_left = left.iter().enumerate().all(|(index, digit)| fits(&mut runs, *digit, sets >> (5 - index) & 1 == 1));
    is_left && (right.is_empty() || runs.by_ref().take(5).count() == 5 && right.iter().all(|digit| fits(&mut runs, *digit, false)))
}

/// Whether the next four runs are this digit.
fn fits(runs: &mut Runs, digit: usize, is_backwards: bool) -> bool {
    let mut widths = WIDTHS[digit].map(f32::from);
    if is_backwards {
        widths.reverse();
    }
    let Some([a, b, c, d]) = runs.next().zip(runs.next()).zip(runs.next().zip(runs.next())).map(|((a, b), (c, d))| [a, b, c, d]) else {
        return false;
    };
    let module = (a + b + c + d) / 7.0;
    let off = |seen: f32, meant: f32| (seen / module - meant).abs();
    off(a + b, widths[0] + widths[1]).max(off(b + c, widths[1] + widths[2])) <= OFF
}

/// Lengths of what is alike, one after another, in pixels.
struct Runs<'a> {
    row: &'a BitArray,
    at: usize,
}

impl<'a> Runs<'a> {
    /// `middle` lies in the guard's space or at its edge.
    fn after_guard(row: &'a BitArray, middle: usize) -> Self {
        let mut at = middle.min(row.get_size().saturating_sub(1));
        while at > 0 && row.get(at) {
            at -= 1;
        }
        let mut runs = Self { row, at };
        // The rest of the space, and the bar after it.
        runs.nth(1);
        runs
    }
}

impl Iterator for Runs<'_> {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        let (from, end) = (self.at, self.row.get_size());
        let is_dark = from < end && self.row.get(from);
        while self.at < end && self.row.get(self.at) == is_dark {
            self.at += 1;
        }
        (self.at > from).then(|| (self.at - from) as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three pixels a module; a bar may be wider by what its spaces lack.
    fn row(modules: &str, spread: usize) -> BitArray {
        let mut row = BitArray::with_size(modules.len() * 3 + 60);
        for (index, _) in modules.match_indices('1') {
            (30 + index * 3..33 + index * 3 + spread).for_each(|pixel| row.set(pixel));
        }
        row
    }

    #[test]
    fn bars_that_ink_widened_agree_and_another_number_does_not() {
        // 96385074: guard, 9 6 3 8 in set A, middle, 5 0 7 4 in set C, guard.
        let modules = "1010001011010111101111010110111010101001110111001010001001011100101";
        for spread in [0, 1] {
            let row = row(modules, spread);
            assert!(agree(&row, 34, "96385074", Symbology::Ean8), "{spread}");
            for other in ["96385174", "90385074", "96385079"] {
                assert!(!agree(&row, 34, other, Symbology::Ean8), "{other}, {spread}");
            }
            assert!(!agree(&row, 34, "9638507", Symbology::Ean8) && !agree(&row, 34, "96385074", Symbology::UpcE));
        }
        assert!(!agree(&BitArray::with_size(30), 29, "96385074", Symbology::Ean8), "a row that ends");
    }
}
