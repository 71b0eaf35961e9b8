//! Collections as they are kept, with their words.

use crate::live::snapshot::Snapshot;
use crate::store::choice::Kind;
use crate::store::text::{self as texts, Texts};
use crate::store::{Ask as _, Reader, StoreError, choice, curation, standing, text};
use api::catalog::{Curator, Picture};
use domain::Text;
use domain::curation::{Choices, Rule};
use domain::ids::{CollectionId, PersonId, ProductId};
use std::collections::HashMap;

/// What one store's collections are made of.
pub struct Source {
    /// In the organisation's order.
    pub sets: Vec<Set>,
    /// What waits for a decision here, the oldest first.
    pub tasks: Vec<standing::Task>,
}

/// A collection with its words.
#[derive(Clone)]
pub struct Set {
    /// Its id.
    pub id: CollectionId,
    /// In links.
    pub slug: String,
    /// Grows with each change.
    pub version: u32,
    /// Its title.
    pub title: Text,
    /// A sentence.
    pub lead: Text,
    /// Who stands for it, with their sentence.
    pub curator: Curator,
    /// The same person.
    pub curator_id: PersonId,
    /// Its rule; none is a list made by hand.
    pub rule: Option<Rule>,
    /// What a list without author puts in.
    pub listed: Vec<ProductId>,
    /// What people chose.
    pub choices: Vec<choice::Kept>,
    /// The store's name, for titles that say `{store}`.
    store: Text,
    /// What somebody wrote about members.
    words: HashMap<ProductId, Text>,
}

impl Source {
    /// Reads the collections of the snapshot's organisation, and the tasks of its store.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read(reader: &mut Reader, snapshot: &Snapshot) -> Result<Self, StoreError> {
        let org = snapshot.store.org;
        let words = texts::load(reader, org, "collection").await?;
        let people = texts::load(reader, org, "person").await?;
        let mut portraits = HashMap::<PersonId, Picture>::new();
        let sql = "SELECT entity_id, hash FROM picture WHERE org_id = $1 AND entity = 'person' ORDER BY position DESC";
        for row in reader.fetch(sql, &[text(org)]).await? {
            let url = api::page::MEDIA.replace("{hash}", row.text(1)?);
            portraits.insert(row.parse(0)?, Picture { url, ..Picture::default() });
        }
        let kept = curation::all(reader, org).await?;
        let sets = kept.into_iter().map(|kept| set(kept, &words, &people, &portraits, &snapshot.store.name)).collect();
        Ok(Self { sets, tasks: standing::tasks(reader, org, snapshot.store.id).await? })
    }

    /// All rules.
    pub fn rules(&self) -> Vec<&Rule> {
        self.sets.iter().filter_map(|set| set.rule.as_ref()).collect()
    }

    /// What waits in a collection.
    pub fn tasks_of(&self, id: CollectionId) -> Vec<standing::Task> {
        self.tasks.iter().filter(|task| task.collection == id).cloned().collect()
    }
}

impl Set {
    /// What stands above the rule.
    pub fn choices(&self, tasks: &[standing::Task]) -> Choices {
        let of = |kind| self.choices.iter().filter(move |choice| choice.kind == kind).map(|choice| choice.product);
        let mut placed: Vec<_> = self.choices.iter().filter(|choice| choice.position > 0).collect();
        placed.sort_by_key(|choice| choice.position);
        Choices {
            pins: of(Kind::Pin).chain(self.listed.iter().copied()).collect(),
            excluded: of(Kind::Exclude).collect(),
            order: placed.into_iter().map(|choice| choice.product).collect(),
            waiting: tasks.iter().map(|task| task.product).collect(),
        }
    }

    /// A text of the collection as this store says it: `{store}` is its name.
    pub fn here(&self, text: &Text) -> Text {
        text.iter().map(|(language, words)| (language, words.replace("{store}", self.store.get(language)))).collect()
    }

    /// What somebody wrote about a member; empty where nobody did.
    pub fn words_about(&self, product: ProductId) -> Text {
        self.words.get(&product).cloned().unwrap_or_default()
    }
}

/// Under which name the words about a member are kept.
pub fn words_field(product: ProductId) -> String {
    format!("why:{product}")
}

fn set(kept: curation::Kept, words: &Texts, people: &Texts, portraits: &HashMap<PersonId, Picture>, store: &Text) -> Set {
    let curation::Kept { id, slug, curator, version, rule, listed, choices } = kept;
    // What was written about a pin that is gone says nothing any more.
    let pinned = choices.iter().filter(|choice| choice.kind != Kind::Order).map(|choice| choice.product);
    let about = pinned.chain(listed.iter().copied()).filter_map(|product| Some((product, words.find(id, &words_field(product))?)));
    Set {
        id,
        slug,
        version,
        title: words.get(id, "title"),
        lead: words.get(id, "lead"),
        curator: Curator {
            name: people.get(curator, "name"),
            title: people.get(curator, "title"),
            sentence: words.get(id, "sentence"),
            picture: portraits.get(&curator).cloned(),
        },
        curator_id: curator,
        rule,
        store: store.clone(),
        words: about.collect(),
        listed,
        choices,
    }
}
