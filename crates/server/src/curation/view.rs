//! A collection as the studio reads it: from the database, with products as the snapshot has them.

use crate::app::App;
use crate::catalog::card::card;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::live::curated::{Explained, Set, Shown};
use crate::live::snapshot::Snapshot;
use crate::store::choice::{self, Kind};
use crate::store::{standing, text};
use api::Code;
use api::catalog::Because;
use api::curation::{Choice, Curation, Excluded, Named, Shortcoming, Task};
use domain::Text;
use domain::curation::Rule;
use domain::ids::{CollectionId, ProductId};
use std::sync::Arc;

/// A collection as the store's last look has it.
///
/// # Errors
/// `NoSuchCollection`.
pub(super) async fn curation(app: &App, live: &Arc<LiveStore>, id: CollectionId) -> Result<Curation, Failure> {
    // The studio reads what is written, not what was looked at a second ago.
    app.live().curate(live, app.store(), app.clock()).await?;
    let (curated, snapshot) = (live.curated(), live.snapshot());
    let shown = curated.by_id(id).ok_or_else(|| Failure::new(Code::NoSuchCollection, "there is no such collection"))?;
    let people = text::load(&mut app.store().read().await?, snapshot.store.org, "person").await?;
    let by = |choice: &choice::Kept| people.get(choice.person, "name");
    Ok(whole(&snapshot, shown, &by))
}

fn whole(snapshot: &Snapshot, shown: &Shown, by: &impl Fn(&choice::Kept) -> Text) -> Curation {
    let Shown { set, members, tasks, as_of } = shown;
    let chosen = |choice: &choice::Kept| Choice { by: by(choice), reason: set.words_about(choice.product), at: choice.at };
    let excluded = set.choices.iter().filter(|choice| choice.kind == Kind::Exclude);
    Curation {
        id: set.id,
        slug: set.slug.clone(),
        version: set.version,
        title: set.title.clone(),
        lead: set.lead.clone(),
        sentence: set.curator.sentence.clone(),
        curator: set.curator_id,
        rule: set.rule.clone(),
        named: set.rule.iter().flat_map(Rule::products).map(|product| Named { product, name: name(snapshot, product) }).collect(),
        members: members.iter().filter_map(|one| curated_member(snapshot, Some(set), one, &chosen)).collect(),
        excluded: excluded
            .map(|choice| Excluded { product: choice.product, name: name(snapshot, choice.product), choice: chosen(choice) })
            .collect(),
        tasks: tasks.iter().map(|one| task(snapshot, one)).collect(),
        as_of: *as_of,
    }
}

/// A member with its card; `None` for what the catalogue has lost in between.
pub(super) fn curated_member(
    snapshot: &Snapshot,
    set: Option<&Set>,
    one: &Explained,
    chosen: &impl Fn(&choice::Kept) -> Choice,
) -> Option<api::curation::Curated> {
    let product = snapshot.catalogue.product(one.member.product)?;
    let choices = set.map(|set| set.choices.as_slice()).unwrap_or_default();
    let choice = choices.iter().find(|choice| choice.product == product.id && choice.kind == Kind::Pin);
    Some(api::curation::Curated {
        product: product.id,
        card: card(snapshot, product),
        standing: one.member.standing,
        because: one.because.clone(),
        choice: choice.map(chosen),
    })
}

fn task(snapshot: &Snapshot, task: &standing::Task) -> Task {
    let about = |because: &domain::curation::Evidence| match because {
        domain::curation::Evidence::Together { with: Some(with), .. } => Some(name(snapshot, *with)),
        _ => None,
    };
    let missed = task.missed.iter().map(|missed| Shortcoming {
        condition: missed.condition.clone(),
        now: Because { evidence: missed.now.clone(), about: about(&missed.now) },
    });
    Task { id: task.id, product: task.product, name: name(snapshot, task.product), missed: missed.collect(), opened_at: task.opened_at }
}

fn name(snapshot: &Snapshot, product: ProductId) -> Text {
    snapshot.catalogue.product(product).map(|product| product.name.clone()).unwrap_or_default()
}
