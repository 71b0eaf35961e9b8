//! Words, rule and curator of a collection, as they were sent.

use crate::failure::Failure;
use crate::store::text;
use crate::store::{StoreError, Tx};
use api::Code;
use api::error::FieldProblem;
use domain::Text;
use domain::curation::{NotARule, Rule};
use domain::ids::{CollectionId, OrgId};

/// The longest title, lead, sentence or reason, in characters.
const LONGEST: usize = 300;

/// What a collection says of itself.
pub(super) struct Words {
    pub title: Text,
    pub lead: Text,
    pub sentence: Text,
}

impl Words {
    /// # Errors
    /// `BadInput` with the field.
    pub fn check(&self) -> Result<(), Failure> {
        if self.title.iter().all(|(_, words)| words.trim().is_empty()) {
            return Err(Failure::new(Code::BadInput, "a collection has a title").field("title", FieldProblem::Missing));
        }
        [("title", &self.title), ("lead", &self.lead), ("sentence", &self.sentence)]
            .into_iter()
            .try_for_each(|(name, text)| short(name, text))
    }

    /// # Errors
    /// When the database refuses.
    pub async fn save(&self, tx: &mut Tx, org: OrgId, id: CollectionId) -> Result<(), StoreError> {
        for (field, words) in [("title", &self.title), ("lead", &self.lead), ("sentence", &self.sentence)] {
            text::save(tx, org, "collection", id, field, words).await?;
        }
        Ok(())
    }
}

/// # Errors
/// `NoReason`, or `BadInput` when it is too long.
pub(super) fn reasoned(reason: &Text) -> Result<(), Failure> {
    if reason.iter().all(|(_, words)| words.trim().is_empty()) {
        return Err(Failure::new(Code::NoReason, "say why"));
    }
    short("reason", reason)
}

fn short(name: &str, text: &Text) -> Result<(), Failure> {
    match text.iter().all(|(_, words)| words.chars().count() <= LONGEST) {
        true => Ok(()),
        false => Err(Failure::new(Code::BadInput, "at most 300 characters").field(name, FieldProblem::TooLong)),
    }
}

/// # Errors
/// `BadInput` when a figure of the rule means nothing.
pub(super) fn sound(rule: Option<&Rule>) -> Result<(), Failure> {
    let Err(NotARule(at)) = rule.map_or(Ok(()), Rule::check) else { return Ok(()) };
    let failure = Failure::new(Code::BadInput, "a figure of the rule is out of bounds").field("rule", FieldProblem::OutOfRange);
    Err(match at {
        Some(at) => failure.param("condition", at),
        None => failure,
    })
}

/// Small letters, digits and dashes of the English title; a number behind it where another has it.
pub(super) fn slug(title: &Text, taken: &[String]) -> String {
    let english = title.get(domain::Language::EN).to_lowercase();
    let parts = english.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let mut stem = parts.collect::<Vec<_>>().join("-");
    stem.truncate(40);
    if stem.is_empty() {
        stem = "collection".to_owned();
    }
    let mut numbers = (2_u32..).map(|number| format!("{stem}-{number}"));
    let is_free = |slug: &String| !taken.contains(slug);
    Some(stem.clone()).filter(is_free).or_else(|| numbers.find(is_free)).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_the_english_title_in_small_letters_and_never_another_ones() {
        let taken = ["four-stars".to_owned(), "collection".to_owned(), "collection-2".to_owned()];
        let slug = |title: Text| slug(&title, &taken);
        assert_eq!(slug(Text::ko_en("네 별", "Four, stars!")), "four-stars-2");
        assert_eq!(slug(Text::only(domain::Language::KO, "비 오는 날")), "collection-3");
        assert_eq!(slug(Text::ko_en("비", "Rain  & fog")), "rain-fog");
    }
}
