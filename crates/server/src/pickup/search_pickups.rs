//! `POST /api/v1/stores/{store}/pickups/search`

use super::view;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::reservation::Kept;
use crate::{store, stores};
use api::Code;
use api::error::FieldProblem;
use api::pickup::Pickup;
use api::pickup::search_pickups::SearchPickups;
use domain::reservation::State;

const LONGEST: usize = 60;
const MOST: usize = 20;

pub(super) async fn search_pickups(app: App, _: Caller, ask: SearchPickups) -> Result<Vec<Pickup>, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let sought = plain(&ask.text);
    if sought.is_empty() || ask.text.chars().count() > LONGEST {
        let problem = if sought.is_empty() { FieldProblem::Missing } else { FieldProblem::TooLong };
        return Err(Failure::new(Code::BadInput, "1 to 60 characters").field("text", problem));
    }
    let snapshot = live.snapshot();
    let kept = store::reservation::queue(&mut app.store().read().await?, live.id, app.now()).await?;
    let open = kept.into_iter().filter(|kept| !kept.machine.state.is_terminal());
    let mut found: Vec<Pickup> = open
        .filter_map(|kept| {
            let is_named = is_named(&kept, &sought);
            let pickup = view::pickup(&snapshot, kept);
            (is_named || has_item(&pickup, &sought)).then_some(pickup)
        })
        .collect();
    found.sort_by_key(|pickup| (pickup.state != State::Ready, pickup.pickup_by, pickup.id));
    found.truncate(MOST);
    Ok(found)
}

/// The number, or the whole name: half a name would list strangers.
fn is_named(kept: &Kept, sought: &str) -> bool {
    let is_number = kept.number.is_some_and(|number| number.to_string() == sought);
    is_number || kept.nickname.as_deref().is_some_and(|name| plain(name) == sought)
}

fn has_item(pickup: &Pickup, sought: &str) -> bool {
    let says = |text: &domain::Text| text.iter().any(|(_, text)| plain(text).contains(sought));
    let is_word = sought.chars().count() > 1 && sought.parse::<u32>().is_err();
    is_word && pickup.lines.iter().any(|line| says(&line.title) || says(&line.detail))
}

/// Without blanks and capitals, as people type on a counter.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<String>().to_lowercase()
}
