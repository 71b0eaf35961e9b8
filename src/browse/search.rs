//! Search: as you type, narrowed by facets, all of it in the address.

mod asked;
mod facets;
mod nothing;
mod recent;
mod results;
mod typing;

use crate::browser::clock::use_settled;
use crate::i18n::t;
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::ui::heading::Heading;
use crate::ui::skeleton::CardsSkeleton;
use asked::{use_asked, use_change};
use recent::Recent;
use results::Results;
use std::time::Duration;
use typing::SearchBox;

/// Put behind the address where the visitor wants to type at once; a list of everything brings no keyboard up.
pub(super) const WITH_KEYBOARD: &str = "#search";
/// Who has not typed on for so long is reading what was found.
const READING: Duration = Duration::from_millis(1500);

/// `/s/{store}/search?q=`
#[component]
pub fn SearchPage(
    /// In links.
    store: String,
) -> Markup {
    let asked = use_asked();
    let change = use_change(store.clone());
    let typed = RwSignal::new(asked.with_untracked(|asked| asked.words().to_owned()));
    let read = use_settled(typed, READING);
    let is_done = Memo::new(move |_| asked.with(|asked| !asked.words().is_empty() && read.with(|read| read.trim() == asked.words())));
    let ask = store.clone();
    let load = use_load(move || asked.get().ask(ask.clone(), None, is_done.get()));
    let title = t!(browse.search.title);
    view! {
        <div class="page search">
            <Heading text=title hidden=true/>
            <SearchBox store=store.clone() asked change typed found=load.value()/>
            <Recent asked change/>
            <Loaded load skeleton=|| view! { <CardsSkeleton count=6/> } let:found>
                <Results store=store.clone() asked change found/>
            </Loaded>
        </div>
    }
}
