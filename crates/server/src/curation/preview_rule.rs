//! `POST /api/v1/stores/{store}/curation/preview`

use super::view::curated_member;
use super::words::sound;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::curated::{Source, World, explained};
use crate::store::choice;
use crate::stores;
use api::curation::preview_rule::PreviewRule;
use api::curation::{Choice, Preview};
use domain::Text;
use domain::curation::Choices;

/// More than anybody looks through.
const SHOWN: usize = 100;

pub(super) async fn preview_rule(app: App, _: Caller, ask: PreviewRule) -> Result<Preview, Failure> {
    sound(Some(&ask.rule))?;
    let live = stores::find(&app, &ask.store)?;
    let (snapshot, stores) = (live.snapshot(), app.live().stores());
    let mut reader = app.store().read().await?;
    let source = Source::read(&mut reader, &snapshot).await?;
    let set = source.sets.into_iter().find(|set| Some(set.id) == ask.curation);
    let world = World::read(&mut reader, &snapshot, &stores, app.now(), &[&ask.rule]).await?;
    drop(reader);
    let looked = tokio::task::spawn_blocking(move || {
        let choices = set.as_ref().map_or_else(Choices::default, |set| set.choices(&[]));
        let members = explained(Some(&ask.rule), &choices, &world.facts(&snapshot), &world);
        let chosen = |choice: &choice::Kept| Choice { by: Text::default(), reason: Text::default(), at: choice.at };
        let shown = members.iter().take(SHOWN).filter_map(|one| curated_member(&snapshot, set.as_ref(), one, &chosen)).collect();
        Preview { members: shown, total: u32::try_from(members.len()).unwrap_or(u32::MAX), as_of: world.now }
    });
    looked.await.map_err(Failure::internal)
}
