//! Which of the codes in view is meant, and which stand beside it.

use crate::browser::decoder::Found;
use domain::{Instant, Span};

/// A code that stays in view is one code; out of view for so long, it is meant again.
const AGAIN: Span = Span::millis(2_000);
/// A frame may miss the code in the middle: for so long none of those beside it takes its place.
const MISSED: Span = Span::millis(600);

/// What the frames of a moment showed.
#[derive(Debug, Default)]
pub struct InView {
    meant: Option<(Found, Instant)>,
    beside: Vec<Found>,
}

impl InView {
    /// Takes a frame's codes, the nearest to the middle first. Answers with the one that is meant where that is another than before.
    pub fn see(&mut self, found: Vec<Found>, at: Instant) -> Option<Found> {
        let mut found = found.into_iter();
        let nearest = found.next()?;
        let (is_same, is_missed) = match &self.meant {
            Some((meant, seen)) if *meant == nearest => (at < *seen + AGAIN, false),
            Some((meant, seen)) => (false, !found.as_slice().contains(meant) && self.beside.contains(&nearest) && at < *seen + MISSED),
            None => (false, false),
        };
        if is_missed {
            return None;
        }
        if !is_same {
            self.beside.clear();
        }
        for other in found {
            // Bars are not read in every frame: what was read once stays.
            if other != nearest && !self.beside.contains(&other) {
                self.beside.push(other);
            }
        }
        self.meant = Some((nearest.clone(), at));
        (!is_same).then_some(nearest)
    }

    /// The others, as they came.
    pub fn beside(&self) -> &[Found] {
        &self.beside
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::gs1::Symbology;

    fn codes(texts: &str) -> Vec<Found> {
        texts.split_whitespace().map(|text| (Symbology::Qr, text.to_owned())).collect()
    }

    /// After each frame (its codes, nearest first, and its time): which was newly meant, and which stand beside it.
    fn said(frames: &[(&str, i64)]) -> Vec<(String, String)> {
        let mut view = InView::default();
        let text = |(_, text): &Found| text.clone();
        let see = |(texts, ms): &(&str, i64)| {
            let meant = view.see(codes(texts), Instant::from_millis(*ms)).as_ref().map(text).unwrap_or_default();
            (meant, view.beside().iter().map(text).collect::<Vec<_>>().join(" "))
        };
        frames.iter().map(see).collect()
    }

    fn pair(meant: &str, beside: &str) -> (String, String) {
        (meant.to_owned(), beside.to_owned())
    }

    #[test]
    fn the_nearest_is_meant_once_and_the_others_gather_beside_it() {
        let frames = [("a b", 0), ("a c", 100), ("", 200), ("a", 300), ("b a", 400)];
        assert_eq!(said(&frames), [pair("a", "b"), pair("", "b c"), pair("", "b c"), pair("", "b c"), pair("b", "a")]);
    }

    #[test]
    fn a_missed_frame_does_not_hand_the_middle_to_a_neighbour() {
        let frames = [("a b", 0), ("b", 100), ("a b", 500), ("b", 1_000), ("b", 1_200)];
        assert_eq!(said(&frames), [pair("a", "b"), pair("", "b"), pair("", "b"), pair("", "b"), pair("b", "")]);
    }

    #[test]
    fn a_code_that_comes_alone_is_meant_at_once_and_one_that_comes_back_again() {
        let frames = [("a", 0), ("c", 100), ("c", 1_900), ("c", 4_000)];
        assert_eq!(said(&frames), [pair("a", ""), pair("c", ""), pair("", ""), pair("c", "")]);
    }
}
