//! Sorted texts, each with the numbers that belong to it, in three flat lists: a hundred thousand of them cost no allocation each, and
//! what is typed so far finds everything that begins so by halving.

/// Sorted; a text stands once.
#[derive(Default)]
pub(super) struct Dictionary {
    text: String,
    numbers: Vec<u32>,
    terms: Vec<Term>,
}

/// Where a text and its numbers end; they begin where those before end.
struct Term {
    text: u32,
    numbers: u32,
}

/// A dictionary in the making, sorted once at the end.
#[derive(Default)]
pub(super) struct Entries {
    text: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy)]
struct Entry {
    from: u32,
    to: u32,
    number: u32,
}

impl Dictionary {
    /// Every text that begins so, in order, with its numbers.
    pub(super) fn starting_with<'a>(&'a self, start: &'a str) -> impl Iterator<Item = (&'a str, &'a [u32])> {
        let first = self.lower_bound(start);
        (first..self.terms.len()).map(|term| (self.term(term), self.numbers_of(term))).take_while(move |(term, _)| term.starts_with(start))
    }

    /// The place of the first text that is not before `text`.
    fn lower_bound(&self, text: &str) -> usize {
        let (mut low, mut high) = (0, self.terms.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.term(middle) < text { low = middle + 1 } else { high = middle }
        }
        low
    }

    fn term(&self, place: usize) -> &str {
        let from = place.checked_sub(1).map_or(0, |before| self.terms[before].text);
        &self.text[from as usize..self.terms[place].text as usize]
    }

    fn numbers_of(&self, place: usize) -> &[u32] {
        let from = place.checked_sub(1).map_or(0, |before| self.terms[before].numbers);
        &self.numbers[from as usize..self.terms[place].numbers as usize]
    }
}

impl Entries {
    /// A number more for a text.
    pub(super) fn add(&mut self, text: &str, number: u32) {
        let from = end(self.text.len());
        self.text.push_str(text);
        self.entries.push(Entry { from, to: end(self.text.len()), number });
    }

    /// Sorted; of what was added twice one stays.
    pub(super) fn sorted(mut self) -> Dictionary {
        let text = |entry: &Entry| &self.text[entry.from as usize..entry.to as usize];
        self.entries.sort_unstable_by(|one, other| text(one).cmp(text(other)).then(one.number.cmp(&other.number)));
        self.entries.dedup_by(|one, other| one.number == other.number && text(one) == text(other));
        let mut sorted = Dictionary::default();
        for (place, entry) in self.entries.iter().enumerate() {
            if place == 0 || text(&self.entries[place - 1]) != text(entry) {
                sorted.text.push_str(text(entry));
                sorted.terms.push(Term { text: end(sorted.text.len()), numbers: 0 });
            }
            sorted.numbers.push(entry.number);
            if let Some(term) = sorted.terms.last_mut() {
                term.numbers = end(sorted.numbers.len());
            }
        }
        sorted.text.shrink_to_fit();
        sorted.terms.shrink_to_fit();
        sorted
    }
}

/// Four gigabytes of words are more than any shop has; what is past them is not found.
fn end(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_so_is_found_in_order() {
        let mut entries = Entries::default();
        for (text, number) in [("mug", 3), ("lamp", 1), ("mug", 2), ("mugs", 9), ("mug", 3), ("", 7)] {
            entries.add(text, number);
        }
        let dictionary = entries.sorted();
        assert_eq!(dictionary.starting_with("mu").collect::<Vec<_>>(), [("mug", &[2, 3][..]), ("mugs", &[9][..])]);
        assert_eq!(dictionary.starting_with("lamps").count() + dictionary.starting_with("z").count(), 0);
        assert_eq!(dictionary.starting_with("").count(), 4);
        assert_eq!(Dictionary::default().starting_with("a").count(), 0);
    }
}
