//! One collection: its words, its rule with a live preview, its members, and what waits for a decision.

mod choosing;
mod draft;
mod editor;
mod field;
mod form;
mod members;
mod partner;
mod preview;
mod row;
mod tasks;

use super::NotYours;
use crate::i18n::{t, use_i18n};
use crate::load::{Loaded, use_load, use_load_with};
use crate::message;
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_staff;
use crate::ui::heading::Heading;
use crate::ui::notice::{Notice, Tone};
use crate::ui::skeleton::LinesSkeleton;
use api::Code;
use api::curation::Curation;
use api::curation::get_curation::GetCuration;
use api::curation::list_curations::ListCurations;
use choosing::ChoosingDialog;
use domain::access::Action;
use domain::ids::CollectionId;
use draft::Draft;
use editor::{Editor, provide_editor, use_editor};
use form::Form;
use members::{Excluded, Members, PinSearch};
use preview::Preview;
use tasks::Tasks;

/// `/studio/collections/{collection}`
#[component]
pub fn CurationPage(
    /// Its id, or `new`.
    collection: String,
) -> Markup {
    let staff = use_staff();
    let store = staff.store();
    let store = Memo::new(move |_| store.get().map(|store| store.slug));
    let may = Memo::new(move |_| staff.may(Action::EditCollections));
    let id = collection.parse::<CollectionId>().ok();
    view! {
        <div class="page curation">
            <p><a class="link" href=Route::Curations.href()>{t!(curation.back)}</a></p>
            {move || match (may.get(), store.get()) {
                (true, Some(store)) => view! { <Whole store id/> },
                _ => view! { <NotYours/> },
            }}
        </div>
    }
}

#[component]
fn Whole(store: String, id: Option<CollectionId>) -> Markup {
    let (asked, listed) = (store.clone(), store.clone());
    let curation = use_load_with(move || id.map(|curation| (GetCuration { store: asked.clone(), curation }, Default::default())));
    let people = use_load(move || ListCurations { store: listed.clone() });
    let editor = provide_editor(store, id, curation);
    let me = use_staff().person();
    let skeleton = || view! { <LinesSkeleton count=8/> };
    view! {
        <Loaded load=people skeleton let:people>
            {move || {
                let curators = people.with(|list| list.curators.clone());
                match id {
                    Some(_) => view! { <Known editor curators/> },
                    None => view! {
                        <Heading text=t!(curation.create_title)/>
                        <Edited draft=Draft::new(me.with_untracked(|me| me.as_ref().map(|me| me.person)), &curators) curators/>
                    },
                }
            }}
        </Loaded>
    }
}

#[component]
fn Known(editor: Editor, curators: Vec<api::curation::Person>) -> Markup {
    let skeleton = || view! { <LinesSkeleton count=8/> };
    view! {
        <Loaded load=editor.curation skeleton let:curation>
            <Standing curation curators=curators.clone()/>
        </Loaded>
    }
}

#[component]
fn Standing(curation: Signal<Curation>, curators: Vec<api::curation::Person>) -> Markup {
    let language = crate::i18n::use_language();
    let store = use_staff().store();
    let here = move || store.with(|store| store.as_ref().map(|store| store.name.get(language.get()).to_owned())).unwrap_or_default();
    // As shoppers of this store read it; the form below keeps the blank.
    let title = Signal::derive(move || curation.with(|set| set.title.get(language.get()).replace("{store}", &here())));
    let draft = curation.with_untracked(Draft::of);
    view! {
        <Heading text=title/>
        <Tasks curation/>
        <Edited draft curators/>
        <Members curation/>
        <PinSearch/>
        <Excluded curation/>
        <ChoosingDialog/>
    }
}

/// Words and rule on one side, what the rule would bring on the other.
#[component]
fn Edited(draft: Draft, curators: Vec<api::curation::Person>) -> Markup {
    let (i18n, editor) = (use_i18n(), use_editor());
    let trouble = move || {
        let refusal = editor.refusal.get()?;
        let words = match refusal.is(Code::Stale) {
            true => crate::i18n::t_string!(i18n, curation.stale).to_owned(),
            false => message::act(i18n, &refusal),
        };
        Some(view! { <Notice tone=Tone::Warn>{words}</Notice> })
    };
    view! {
        <div class="curation__sides">
            <div class="curation__side"><Form draft curators/>{trouble}</div>
            <Preview draft/>
        </div>
    }
}
