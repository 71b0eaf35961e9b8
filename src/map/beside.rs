//! What comes beside the drawing: the walk, its words, the shelf to scale. In a release build it is a part of its own
//! (docs/decisions/0007): the map does not wait for it.

use super::plan::{Ask, Here, Plan};
use super::sought::Search;
use super::{goal, shelf};
use crate::client::Refusal;
use crate::load::{Bringing, Part, Refused};
use crate::prelude::*;
use crate::ui::skeleton::LinesSkeleton;
use api::planogram::Map;
use domain::ids::FixtureId;
use domain::planogram::route::Way;

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

/// What is sought and the way there; nothing while nothing is sought.
#[component]
pub fn Sought(store: StoredValue<String>, search: Search) -> Markup {
    let asks = Memo::new(move |_| search.ask.with(|ask| *ask != Ask::Nothing));
    live(move || match (asks.get(), search.beside.get()) {
        (false, _) => Markup::Nothing,
        (true, Part::Waiting) => view! { <LinesSkeleton count=4/> },
        (true, Part::Here(beside)) => (beside.goal)(store, search),
        (true, Part::Missing) => view! { <Refused refusal=Refusal::Offline again=Callback::new(move |()| search.again.notify())/> },
    })
}

/// The shelf that stands open; pressed before the part is here, it opens with it.
#[component]
pub fn OpenShelf(store: StoredValue<String>, search: Search, opened: RwSignal<Option<FixtureId>>) -> Markup {
    live(move || match search.beside.get() {
        Part::Here(beside) => Some((beside.shelf)(store, search, opened)),
        _ => None,
    })
}
