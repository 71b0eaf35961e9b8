//! What reviews of a product mention most, counted from their words.
//!
//! A Korean stem counts as a noun when it stands with a case particle and in one more form (bare, or with another particle): `고양` of
//! `고양이` never does, and neither does a verb's stem. A review counts once, however often it says the word.

use super::word::{self, Form, PROOF};
use crate::Language;
use crate::search::words;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

/// Fewer than this is no "often".
const FEWEST: u32 = 3;
/// Of each language.
const MOST: usize = 6;

/// A word that several reviews mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Mention {
    /// As it is shown and asked for.
    pub word: String,
    /// Its language.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub language: Language,
    /// How many reviews mention it.
    pub count: u32,
    /// How many of them gave four or five stars.
    pub good: u32,
    /// How many of them gave one or two.
    pub bad: u32,
}

/// A review's words.
pub(super) struct Said<'a> {
    pub language: Language,
    pub stars: u8,
    /// Folded: NFC, lower case.
    pub text: &'a str,
}

/// The mentions of a product, and the stems that they were counted by.
#[derive(Clone, Debug, Default)]
pub(super) struct Mentions {
    pub all: Vec<Mention>,
    by_stem: HashMap<(Language, String), usize>,
}

/// What is counted of a stem.
#[derive(Default)]
struct Tally<'a> {
    reviews: u32,
    good: u32,
    bad: u32,
    /// The last review that counted, from 1.
    last: usize,
    /// Bits of [`Form::ending`].
    endings: u64,
    plural: Option<&'a str>,
    plurals: u32,
}

type Tallies<'a> = HashMap<Cow<'a, str>, Tally<'a>>;

impl Mentions {
    /// Of all reviews, without the words of the product's own names (folded).
    pub fn of(reviews: &[Said<'_>], names: &[String]) -> Self {
        let mut mentions = Self::default();
        for language in [Language::KO, Language::EN] {
            let tallies = tallies(reviews.iter().filter(|said| said.language == language), language);
            let mut best: Vec<_> = tallies.iter().filter(|(stem, tally)| is_mention(stem, tally, &tallies, language, names)).collect();
            best.sort_by(|(one, of_one), (other, of_other)| of_other.reviews.cmp(&of_one.reviews).then_with(|| one.cmp(other)));
            for (stem, tally) in best.into_iter().take(MOST) {
                mentions.by_stem.insert((language, stem.clone().into_owned()), mentions.all.len());
                mentions.all.push(tally.mention(stem, language));
            }
        }
        mentions
    }

    /// Bits of the mentions in a text, by their place in the list.
    pub fn within(&self, said: &Said<'_>) -> u16 {
        let place = |form: Form<'_>| self.by_stem.get(&(said.language, form.stem.into_owned())).copied();
        forms(said).filter_map(|(_, form)| place(form)).fold(0, |bits, place| bits | 1 << place)
    }
}

impl Tally<'_> {
    fn mention(&self, stem: &str, language: Language) -> Mention {
        let word = self.plural.filter(|_| self.plurals * 2 > self.reviews).unwrap_or(stem);
        Mention { word: word.to_owned(), language, count: self.reviews, good: self.good, bad: self.bad }
    }
}

/// Every form of every word, with the word.
fn forms<'a>(said: &Said<'a>) -> Box<dyn Iterator<Item = (&'a str, Form<'a>)> + 'a> {
    let words = words(said.text);
    match said.language {
        Language::KO => Box::new(words.flat_map(|word| word::korean(word).map(move |form| (word, form)))),
        Language::EN => Box::new(words.filter_map(|word| Some((word, word::english(word)?)))),
        _ => Box::new(std::iter::empty()),
    }
}

fn tallies<'a>(reviews: impl Iterator<Item = &'a Said<'a>>, language: Language) -> Tallies<'a> {
    let mut tallies = Tallies::new();
    for (said, number) in reviews.zip(1..) {
        for (word, form) in forms(said) {
            let tally = tallies.entry(form.stem).or_default();
            tally.endings |= 1 << form.ending;
            if tally.last == number {
                continue;
            }
            tally.last = number;
            tally.reviews += 1;
            tally.good += u32::from(said.stars >= 4);
            tally.bad += u32::from(said.stars <= 2);
            if language == Language::EN && form.ending == 1 {
                tally.plural = Some(word);
                tally.plurals += 1;
            }
        }
    }
    tallies
}

fn is_mention(stem: &str, tally: &Tally<'_>, all: &Tallies<'_>, language: Language, names: &[String]) -> bool {
    if tally.reviews < FEWEST || is_name(stem, language, names) {
        return false;
    }
    let is_noun = |tally: &Tally<'_>| language != Language::KO || tally.endings & PROOF != 0 && tally.endings.count_ones() >= 2;
    // `소매에서` may look like a noun of its own where `소매` is the one that is meant.
    let shorter = word::stem(stem).filter(|_| language == Language::KO).and_then(|(shorter, _)| all.get(shorter));
    is_noun(tally) && !shorter.is_some_and(|shorter| is_noun(shorter) && shorter.reviews >= tally.reviews)
}

/// Korean names are written together: `셔츠` is in `오버셔츠`.
fn is_name(stem: &str, language: Language, names: &[String]) -> bool {
    names.iter().any(|name| match language {
        Language::KO => name.contains(stem),
        _ => word::english(name).is_some_and(|form| form.stem == stem),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentions(language: Language, texts: &[(u8, &str)], names: &[&str]) -> Vec<(String, u32, u32, u32)> {
        let reviews: Vec<_> = texts.iter().map(|(stars, text)| Said { language, stars: *stars, text }).collect();
        let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        Mentions::of(&reviews, &names).all.into_iter().map(|it| (it.word, it.count, it.good, it.bad)).collect()
    }

    #[test]
    fn korean_nouns_are_counted_whatever_stands_behind_them() {
        let texts = [
            (5, "소매가 길어요. 소매는 한 번 접어요"),
            (4, "소매 길이가 딱 좋아요"),
            (2, "소매에서 실밥이 나왔어요"),
            (3, "정말 예뻐요, 길이는 무난하고 고양이 털이 붙어요"),
            (5, "길이 좋고 고양이 있는 집"),
            (5, "고양이 키우는 집 셔츠"),
        ];
        let expected = [("길이".to_owned(), 3, 2, 0), ("소매".to_owned(), 3, 2, 1)];
        assert_eq!(mentions(Language::KO, &texts, &["오버셔츠"]), expected);
    }

    #[test]
    fn a_word_that_is_always_written_the_same_way_is_no_proven_noun() {
        let texts = [(5, "입어도 편하고"), (5, "편하고 입어도"), (5, "입어도 입어도 편하고"), (4, "고양이"), (4, "고양이"), (4, "고양이")];
        assert!(mentions(Language::KO, &texts, &[]).is_empty());
    }

    #[test]
    fn english_words_are_counted_in_one_and_many_and_shown_as_most_write_them() {
        let texts = [
            (5, "the buttons are tidy, sleeves too"),
            (1, "a button was missing"),
            (4, "buttons stay on; sleeves run long"),
            (3, "i shortened the sleeve. nice linen"),
            (5, "linen, linen, linen"),
            (5, "good linen"),
        ];
        let expected = [("buttons".to_owned(), 3, 2, 1), ("sleeves".to_owned(), 3, 2, 0)];
        assert_eq!(mentions(Language::EN, &texts, &["linen", "shirts"]), expected);
    }

    #[test]
    fn a_mention_is_found_again_in_exactly_the_reviews_it_was_counted_in() {
        let texts = ["굽이 낮아요", "굽은 낮지만 발볼이 좁아요", "굽 높이 좋아요", "발볼러", "발볼도 넓고 발볼이 편해요", "발볼 넓어요"];
        let reviews: Vec<_> = texts.iter().map(|text| Said { language: Language::KO, stars: 5, text }).collect();
        let mentions = Mentions::of(&reviews, &[]);
        for (place, mention) in mentions.all.iter().enumerate() {
            let found = reviews.iter().filter(|said| mentions.within(said) & 1 << place != 0).count();
            assert_eq!(found as u32, mention.count, "{}", mention.word);
        }
        assert_eq!(mentions.all.iter().map(|mention| mention.word.as_str()).collect::<Vec<_>>(), ["굽", "발볼"]);
    }
}
