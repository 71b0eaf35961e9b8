//! Collections as a merchandiser works on them: rule, members with their reasons, what people chose, tasks.

pub mod change_curation;
pub mod choose_member;
pub mod create_curation;
pub mod delete_curation;
pub mod get_curation;
pub mod list_curations;
pub mod order_members;
pub mod preview_rule;
pub mod settle_task;

use crate::catalog::{Because, Card, Curator};
use domain::curation::{Condition, Rule, Standing};
use domain::ids::{CollectionId, CurationTaskId, PersonId, ProductId};
use domain::{Instant, Text};
use serde::{Deserialize, Serialize};

/// All collections of a store's organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Curations {
    /// In the order in which shoppers see them.
    pub collections: Vec<CurationCard>,
    /// Who may stand for a collection.
    pub curators: Vec<Person>,
}

/// A collection in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CurationCard {
    /// Its id.
    pub id: CollectionId,
    /// In shoppers' links.
    pub slug: String,
    /// Its title.
    pub title: Text,
    /// Who stands for it.
    pub curator: Curator,
    /// By rule; otherwise a list made by hand.
    pub by_rule: bool,
    /// How many members it has here.
    pub count: u32,
    /// How many of them wait for a decision.
    pub tasks: u32,
}

/// Somebody who may stand for a collection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
// The API has other people.
#[cfg_attr(feature = "schema", schema(as = CurationPerson))]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// "민호".
    pub name: Text,
    /// "리빙 큐레이터".
    pub title: Text,
}

/// A collection with everything that makes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Curation {
    /// Its id.
    pub id: CollectionId,
    /// In shoppers' links.
    pub slug: String,
    /// Travels in `If-Match`.
    pub version: u32,
    /// Its title.
    pub title: Text,
    /// A sentence.
    pub lead: Text,
    /// The sentence that the curator stands for.
    pub sentence: Text,
    /// Who stands for it.
    pub curator: PersonId,
    /// Its rule; none is a list made by hand.
    pub rule: Option<Rule>,
    /// The products that its rule is about, by name.
    pub named: Vec<Named>,
    /// Its members here, in their order.
    pub members: Vec<Curated>,
    /// What is kept out.
    pub excluded: Vec<Excluded>,
    /// Members below the rule, the oldest first.
    pub tasks: Vec<Task>,
    /// When the figures were taken.
    pub as_of: Instant,
}

/// A product that a rule is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Named {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: Text,
}

/// A member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Curated {
    /// Which.
    pub product: ProductId,
    /// As shoppers see it.
    pub card: Card,
    /// What its membership rests on.
    pub standing: Standing,
    /// Why, the strongest first.
    pub because: Vec<Because>,
    /// Who pinned it.
    pub choice: Option<Choice>,
}

/// What somebody chose above the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Choice {
    /// Who.
    pub by: Text,
    /// Why.
    pub reason: Text,
    /// When.
    pub at: Instant,
}

/// A product that is kept out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Excluded {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: Text,
    /// Who kept it out.
    pub choice: Choice,
}

/// A member that fell below the rule. It stays until somebody decides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
// The API has other tasks.
#[cfg_attr(feature = "schema", schema(as = CurationTask))]
pub struct Task {
    /// Its id.
    pub id: CurationTaskId,
    /// Which product.
    pub product: ProductId,
    /// Its name.
    pub name: Text,
    /// What it misses, with the figures it had.
    pub missed: Vec<Shortcoming>,
    /// Since when.
    pub opened_at: Instant,
}

/// A condition that does not hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Shortcoming {
    /// What is asked.
    pub condition: Condition,
    /// What there was.
    pub now: Because,
}

/// What a rule would bring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Preview {
    /// The members here, in their order; a hundred at most.
    pub members: Vec<Curated>,
    /// How many there are in all.
    pub total: u32,
    /// When the figures were taken.
    pub as_of: Instant,
}

/// What becomes of a product in a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Choose {
    /// In, whatever the rule says.
    Pin,
    /// Out, whatever the rule says.
    Exclude,
    /// As the rule says.
    Leave,
}
