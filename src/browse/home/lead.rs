//! The first collection, as large as a shop window.

use super::super::curator::CuratorLine;
use crate::i18n::say;
use crate::prelude::*;
use crate::route::Route;
use crate::ui::picture::Picture;
use api::catalog::{CollectionCard, Member};

/// How many of its members stand in the window.
const SHOWN: usize = 3;

/// Title, sentence, curator and three members. The whole window leads to the collection.
#[component]
pub(super) fn Lead(
    /// In links.
    store: String,
    /// What stands in it.
    set: CollectionCard,
) -> Markup {
    let href = Route::Collection { store, collection: set.slug.clone() }.href();
    let picture = |Member { card, .. }: Member| view! { <span class="lead-set__one"><Picture picture=card.picture name=card.name size=360 eager=true/></span> };
    view! {
        <section class="lead-set">
            <div class="lead-set__words">
                <h2 class="lead-set__title"><a class="lead-set__link" href=href>{say(set.title)}</a></h2>
                <p class="lead-set__lead">{say(set.lead)}</p>
            </div>
            <div class="lead-set__pictures" aria-hidden="true">{set.cover.into_iter().take(SHOWN).map(picture).collect_view()}</div>
            <CuratorLine curator=set.curator/>
        </section>
    }
}
