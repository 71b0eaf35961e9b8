//! What is asked of each review, and what each further choice would leave.

use super::{Digest, Mark};
use crate::Language;
use crate::curation::Ratings;
use crate::reviews::filter::{Filter, LanguageCount, ReviewFacets, SizeCount};

/// Kinds of choices, as bits of what a review misses.
const STARS: u8 = 1;
const PHOTO: u8 = 1 << 1;
const VERIFIED: u8 = 1 << 2;
const LANGUAGE: u8 = 1 << 3;
const SIZE: u8 = 1 << 4;
/// Has no counts of its own, so that to miss it is to miss everything.
const MENTION: u8 = 1 << 5 | 1 << 6;

/// A filter in the digest's own numbers.
pub(super) struct Asked<'a> {
    filter: &'a Filter,
    language: Option<usize>,
    size: Option<usize>,
    mention: u16,
}

impl<'a> Asked<'a> {
    pub fn of(digest: &Digest, filter: &'a Filter) -> Self {
        let known = |wanted: &String| digest.mentions.all.iter().position(|mention| mention.word == *wanted);
        Self {
            filter,
            language: filter.language.and_then(|wanted| digest.languages.iter().position(|language| *language == wanted)),
            size: filter.size.as_ref().and_then(|wanted| digest.sizes.iter().position(|size| size == wanted)),
            mention: filter.mention.as_ref().and_then(known).map_or(0, |place| 1 << place),
        }
    }

    pub fn misses(&self, mark: &Mark) -> u8 {
        let filter = self.filter;
        let when = |missed: bool, kind: u8| if missed { kind } else { 0 };
        when(filter.stars.is_some_and(|stars| stars != mark.stars), STARS)
            | when(filter.photo && !mark.photo, PHOTO)
            | when(filter.verified && !mark.verified, VERIFIED)
            | when(filter.language.is_some() && self.language != Some(usize::from(mark.language)), LANGUAGE)
            | when(filter.size.is_some() && (self.size.is_none() || self.size != mark.size.map(usize::from)), SIZE)
            | when(filter.mention.is_some() && mark.mentions & self.mention == 0, MENTION)
    }
}

/// Counts by kind.
pub(super) struct Counts {
    /// Of those that miss nothing.
    pub total: u32,
    stars: Ratings,
    photo: u32,
    verified: u32,
    languages: Vec<u32>,
    sizes: Vec<u32>,
}

impl Counts {
    pub fn new(digest: &Digest) -> Self {
        let (languages, sizes) = (vec![0; digest.languages.len()], vec![0; digest.sizes.len()]);
        Self { total: 0, stars: Ratings::default(), photo: 0, verified: 0, languages, sizes }
    }

    pub fn add(&mut self, mark: &Mark, misses: u8) {
        let holds = |kind: u8| misses & !kind == 0;
        self.total += u32::from(misses == 0);
        self.photo += u32::from(mark.photo && holds(PHOTO));
        self.verified += u32::from(mark.verified && holds(VERIFIED));
        if holds(STARS) {
            let _ = self.stars.add(mark.stars);
        }
        if let Some(count) = self.languages.get_mut(usize::from(mark.language)).filter(|_| holds(LANGUAGE)) {
            *count += 1;
        }
        if let Some(count) = mark.size.and_then(|size| self.sizes.get_mut(usize::from(size))).filter(|_| holds(SIZE)) {
            *count += 1;
        }
    }

    pub fn facets(self, digest: &Digest) -> ReviewFacets {
        let language = |(language, count): (&Language, u32)| LanguageCount { language: *language, count };
        let mut languages: Vec<_> = digest.languages.iter().zip(self.languages).map(language).collect();
        languages.sort_by_key(|of| of.language);
        let of_review = digest.sizes.iter().zip(self.sizes).zip(&digest.of_size).filter(|(_, all)| **all > 0);
        let sizes = of_review.map(|((size, count), _)| SizeCount { size: size.clone(), count }).collect();
        ReviewFacets { stars: self.stars, photo: self.photo, verified: self.verified, languages, sizes }
    }
}
