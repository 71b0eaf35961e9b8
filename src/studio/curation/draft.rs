//! What is typed, until it is saved.

use super::row::Row;
use crate::prelude::*;
use crate::session::use_staff;
use api::curation::{Curation, Named, Person};
use domain::curation::{Combine, Rule};
use domain::ids::PersonId;
use domain::{Currency, Language, Text};

/// Words, curator and rule as they stand in the form; Korean before English.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub title: [RwSignal<String>; 2],
    pub lead: [RwSignal<String>; 2],
    pub sentence: [RwSignal<String>; 2],
    pub curator: RwSignal<String>,
    pub any: RwSignal<bool>,
    pub at_most: RwSignal<String>,
    pub rows: RwSignal<Vec<Row>>,
    next: StoredValue<u32>,
    currency: Signal<Currency>,
}

impl Draft {
    /// Empty; whoever makes it stands for it, if they may.
    pub fn new(me: Option<PersonId>, curators: &[Person]) -> Self {
        let none = Text::default();
        let curator = curators.iter().find(|person| Some(person.id) == me).or(curators.first());
        Self::from([&none, &none, &none], curator.map(|person| person.id), None, &[])
    }

    /// As it is kept.
    pub fn of(curation: &Curation) -> Self {
        Self::from([&curation.title, &curation.lead, &curation.sentence], Some(curation.curator), curation.rule.as_ref(), &curation.named)
    }

    fn from([title, lead, sentence]: [&Text; 3], curator: Option<PersonId>, rule: Option<&Rule>, named: &[Named]) -> Self {
        let store = use_staff().store();
        let both = |text: &Text| [Language::KO, Language::EN].map(|language| RwSignal::new(in_language(text, language)));
        let draft = Self {
            title: both(title),
            lead: both(lead),
            sentence: both(sentence),
            curator: RwSignal::new(curator.map(|id| id.to_string()).unwrap_or_default()),
            any: RwSignal::new(false),
            at_most: RwSignal::new(String::new()),
            rows: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            currency: Signal::derive(move || store.get().map_or(Currency::KRW, |store| store.currency)),
        };
        draft.take(rule.unwrap_or(&Rule::default()), named);
        draft
    }

    /// Puts a rule into the form; `named` are the products that it is about.
    pub fn take(self, rule: &Rule, named: &[Named]) {
        self.any.set(rule.combine == Combine::Any);
        self.at_most.set(rule.at_most.map(|most| most.to_string()).unwrap_or_default());
        self.rows.set(rule.conditions.iter().map(|condition| Row::of(self.key(), condition, named, self.currency)).collect());
    }

    /// One condition more.
    pub fn add(self) {
        let row = Row::first(self.key(), self.currency);
        self.rows.update(|rows| rows.push(row));
    }

    /// The rule as it is typed: `Err` while a figure is missing or out of bounds, `Ok(None)` without conditions.
    pub fn rule(self) -> Result<Option<Rule>, ()> {
        let combine = if self.any.get() { Combine::Any } else { Combine::All };
        let at_most = match self.at_most.get().trim() {
            "" => None,
            most => Some(most.parse().map_err(|_| ())?),
        };
        let rows = self.rows.get();
        let conditions = rows.iter().map(|row| row.condition().ok_or(())).collect::<Result<Vec<_>, ()>>()?;
        let rule = Rule { combine, conditions, at_most };
        rule.check().map_err(|_| ())?;
        Ok((!rule.conditions.is_empty()).then_some(rule))
    }

    fn key(self) -> u32 {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        key
    }
}

/// Both languages of a field.
pub(super) fn text([ko, en]: [RwSignal<String>; 2]) -> Text {
    let pairs = [(Language::KO, ko), (Language::EN, en)].map(|(language, words)| (language, words.get_untracked().trim().to_owned()));
    pairs.into_iter().collect()
}

fn in_language(text: &Text, language: Language) -> String {
    text.iter().find(|(known, _)| *known == language).map(|(_, words)| words.to_owned()).unwrap_or_default()
}
