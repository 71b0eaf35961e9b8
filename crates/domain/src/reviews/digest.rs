//! All shown reviews of a product in short: enough to choose a page of them, with counts, without asking the database.

mod choice;

use super::Fit;
use super::filter::{Filter, Order, ReviewFacets};
use super::mention::{Mention, Mentions, Said};
use crate::curation::Ratings;
use crate::ids::ReviewId;
use crate::search::{plain, words};
use crate::{Instant, Language};
use choice::{Asked, Counts};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

/// A review as it is put in.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Its id.
    pub id: ReviewId,
    /// 1 to 5.
    pub stars: u8,
    /// What it is written in.
    pub language: Language,
    /// Its heading.
    pub title: &'a str,
    /// Its text.
    pub body: &'a str,
    /// The size that was bought.
    pub size: Option<&'a str>,
    /// From −2 (much too small) to 2 (much too large).
    pub fit: Option<i8>,
    /// Known to be bought.
    pub verified: bool,
    /// It has a photo.
    pub photo: bool,
    /// How many found it helpful.
    pub helpful: u32,
    /// When.
    pub written_at: Instant,
}

/// What is kept of one.
#[derive(Clone, Debug)]
struct Mark {
    id: ReviewId,
    written_at: Instant,
    helpful: u32,
    stars: u8,
    verified: bool,
    photo: bool,
    language: u16,
    size: Option<u16>,
    mentions: u16,
    /// In the digest's text.
    text: (usize, usize),
}

/// The reviews of a product.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    marks: Vec<Mark>,
    texts: Arc<String>,
    languages: Vec<Language>,
    sizes: Vec<String>,
    /// How many reviews there are of each size.
    of_size: Vec<u32>,
    mentions: Mentions,
    fit: [u32; 5],
}

/// Where a page ends and the next begins: rank in its order, moment, id. Larger comes first.
pub type Place = (i64, i64, ReviewId);

/// A page of reviews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// In their order.
    pub ids: Vec<ReviewId>,
    /// On all pages.
    pub total: u32,
    /// The last one's place, where more follow.
    pub next: Option<Place>,
    /// What each further choice would leave.
    pub facets: ReviewFacets,
}

impl Digest {
    /// Empty, with the product's sizes in their order.
    pub fn new(sizes: Vec<String>) -> Self {
        Self { of_size: vec![0; sizes.len()], sizes, ..Self::default() }
    }

    /// Puts one in.
    pub fn add(&mut self, entry: &Entry<'_>) {
        let texts = Arc::make_mut(&mut self.texts);
        let begin = texts.len();
        texts.extend([&plain(entry.title), " ", &plain(entry.body)]);
        let text = (begin, texts.len());
        let language = place_of(&mut self.languages, &entry.language);
        let size = entry.size.map(|size| place_of(&mut self.sizes, &size.to_owned()));
        self.of_size.resize(self.sizes.len(), 0);
        if let Some(count) = size.and_then(|size| self.of_size.get_mut(usize::from(size))) {
            *count += 1;
        }
        if let Some(step) = entry.fit.and_then(|fit| self.fit.get_mut(usize::try_from(fit + 2).ok()?)) {
            *step += 1;
        }
        let &Entry { id, stars, verified, photo, helpful, written_at, .. } = entry;
        self.marks.push(Mark { id, written_at, helpful, stars, verified, photo, language, size, mentions: 0, text });
    }

    /// Counts what they mention, once all are in. `names` are the product's own words, which say nothing about it.
    pub fn count_mentions(&mut self, names: &[String]) {
        let said: Vec<_> = self.marks.iter().map(|mark| self.said(mark)).collect();
        let names: Vec<String> = names.iter().flat_map(|name| words(&plain(name)).map(str::to_owned).collect::<Vec<_>>()).collect();
        let mentions = Mentions::of(&said, &names);
        let bits: Vec<u16> = said.iter().map(|said| mentions.within(said)).collect();
        self.marks.iter_mut().zip(bits).for_each(|(mark, bits)| mark.mentions = bits);
        self.mentions = mentions;
    }

    /// One more visitor found it helpful.
    pub fn set_helpful(&mut self, id: ReviewId, helpful: u32) {
        self.marks.iter_mut().filter(|mark| mark.id == id).for_each(|mark| mark.helpful = helpful);
    }

    /// About how much memory it takes.
    pub fn bytes(&self) -> usize {
        self.texts.len() + self.marks.len() * size_of::<Mark>()
    }

    /// What they mention most.
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions.all
    }

    /// How it fits.
    pub fn fit(&self) -> Option<Fit> {
        Fit::of(self.fit)
    }

    /// How often each number of stars was given.
    pub fn ratings(&self) -> Ratings {
        let mut ratings = Ratings::default();
        for mark in &self.marks {
            // What is no number of stars is counted nowhere.
            let _ = ratings.add(mark.stars);
        }
        ratings
    }

    /// A page: at most `limit` after a place, with counts.
    pub fn pick(&self, filter: &Filter, order: Order, after: Option<Place>, limit: usize) -> Picked {
        let asked = Asked::of(self, filter);
        let (mut counts, mut best) = (Counts::new(self), BinaryHeap::new());
        for mark in &self.marks {
            let misses = asked.misses(mark);
            // Who misses two kinds would be left by no single choice.
            if misses.count_ones() > 1 || !filter.words.iter().all(|word| word.is_in(self.text(mark))) {
                continue;
            }
            counts.add(mark, misses);
            if misses == 0 && after.is_none_or(|after| mark.place(order) < after) {
                best.push(Reverse(mark.place(order)));
                if best.len() > limit + 1 {
                    best.pop();
                }
            }
        }
        let mut places: Vec<Place> = best.into_sorted_vec().into_iter().map(|Reverse(place)| place).collect();
        let is_more = places.len() > limit;
        places.truncate(limit);
        let next = places.last().copied().filter(|_| is_more);
        Picked { ids: places.into_iter().map(|(_, _, id)| id).collect(), total: counts.total, next, facets: counts.facets(self) }
    }

    fn text(&self, mark: &Mark) -> &str {
        self.texts.get(mark.text.0..mark.text.1).unwrap_or_default()
    }

    fn said(&self, mark: &Mark) -> Said<'_> {
        let language = self.languages.get(usize::from(mark.language)).copied().unwrap_or(Language::KO);
        Said { language, stars: mark.stars, text: self.text(mark) }
    }
}

impl Mark {
    fn place(&self, order: Order) -> Place {
        let rank = match order {
            Order::Newest => 0,
            Order::Helpful => i64::from(self.helpful),
            Order::High => i64::from(self.stars),
            Order::Low => -i64::from(self.stars),
        };
        (rank, self.written_at.millis(), self.id)
    }
}

fn place_of<T: Clone + PartialEq>(known: &mut Vec<T>, one: &T) -> u16 {
    let place = known.iter().position(|other| other == one).unwrap_or_else(|| {
        known.push(one.clone());
        known.len() - 1
    });
    u16::try_from(place).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
