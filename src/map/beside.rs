//! What comes beside the drawing: the walk, its words, the shelf to scale. In a release build it is a part of its own
//! (docs/decisions/0007): the map does not wait for it.

use super::plan::{Ask, Here, Plan};
use super::sought::Search;
use super::{goal, shelf};
use crate::browser::document;
use crate::client::Refusal;
use crate::load::{Bringing, Refused};
use crate::prelude::*;
use crate::ui::skeleton::LinesSkeleton;
use api::planogram::Map;
use domain::ids::FixtureId;
use domain::planogram::route::Way;
use leptos::task::spawn_local_scoped_with_cancellation;

/// Draws it, and finds the way.
#[derive(Clone, Copy)]
pub struct Beside {
    /// What is sought with the walks to it.
    pub(super) plan: fn(&Map, &Ask, Option<Here>, Way) -> Plan,
    goal: fn(StoredValue<String>, Search) -> Markup,
    shelf: fn(StoredValue<String>, Search, RwSignal<Option<FixtureId>>) -> Markup,
}

impl Beside {
    /// The part itself, once it is fetched.
    pub fn here() -> Self {
        Self {
            plan: Plan::of,
            goal: |store, search| view! { <goal::Goal store search/> },
            shelf: |store, search, opened| view! { <shelf::ShelfDialog store search opened/> },
        }
    }
}

/// Fetches the part, once.
pub type Bring = fn() -> Bringing<Beside>;

/// Where the part is.
#[derive(Clone, Copy)]
pub enum Stage {
    Waiting,
    Here(Beside),
    Missing,
}

/// The part on its way; asks again when the visitor returns, and when told to.
pub fn use_beside(bring: Bring) -> (RwSignal<Stage>, Trigger) {
    let (stage, again) = (RwSignal::new(Stage::Waiting), Trigger::new());
    Effect::new(move |_| {
        again.track();
        spawn_local_scoped_with_cancellation(async move {
            let brought = bring().await;
            stage.try_set(brought.map_or(Stage::Missing, Stage::Here));
        });
    });
    document::on_return(move || {
        if matches!(stage.get_untracked(), Stage::Missing) {
            again.notify();
        }
    });
    (stage, again)
}

/// What is sought and the way there; nothing while nothing is sought.
#[component]
pub fn Sought(store: StoredValue<String>, search: Search) -> Markup {
    let asks = Memo::new(move |_| search.ask.with(|ask| *ask != Ask::Nothing));
    live(move || match (asks.get(), search.beside.get()) {
        (false, _) => Markup::Nothing,
        (true, Stage::Waiting) => view! { <LinesSkeleton count=4/> },
        (true, Stage::Here(beside)) => (beside.goal)(store, search),
        (true, Stage::Missing) => view! { <Refused refusal=Refusal::Offline again=Callback::new(move |()| search.again.notify())/> },
    })
}

/// The shelf that stands open; pressed before the part is here, it opens with it.
#[component]
pub fn OpenShelf(store: StoredValue<String>, search: Search, opened: RwSignal<Option<FixtureId>>) -> Markup {
    live(move || match search.beside.get() {
        Stage::Here(beside) => Some((beside.shelf)(store, search, opened)),
        _ => None,
    })
}
