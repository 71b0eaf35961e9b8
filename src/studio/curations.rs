//! The list of collections.

use super::NotYours;
use crate::browser::intl;
use crate::i18n::{language_of, say, t, t_string, use_i18n};
use crate::live::{Follow, Heard, use_live};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_staff;
use crate::ui::avatar::Avatar;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::skeleton::LinesSkeleton;
use api::curation::list_curations::ListCurations;
use api::curation::{CurationCard, Curations};
use api::event::Happening;
use domain::access::Action;

/// `/studio/collections`
#[component]
pub fn CurationsPage() -> Markup {
    let staff = use_staff();
    let store = staff.store();
    let store = Memo::new(move |_| store.get().map(|store| store.slug));
    let may = Memo::new(move |_| staff.may(Action::EditCollections));
    let new = Route::Curation { collection: "new".to_owned() }.href();
    view! {
        <div class="page studio">
            <header class="studio__intro">
                <Heading text=t!(curation.title)/>
                <p class="lead">{t!(curation.lead)}</p>
            </header>
            {move || match (may.get(), store.get()) {
                (true, Some(store)) => view! {
                    <List store/>
                    <p class="studio__ways"><ButtonLink href=new.clone() variant=Variant::Primary>{t!(curation.new)}</ButtonLink></p>
                },
                _ => view! { <NotYours/> },
            }}
        </div>
    }
}

#[component]
fn List(store: String) -> Markup {
    let followed = store.clone();
    let load = use_load(move || ListCurations { store: store.clone() });
    let live = use_live(move || Some(Follow { store: followed.clone(), since: None, token: None }));
    live.on_happening(move |heard| match heard {
        Heard::Event(event) if event.what != Happening::Catalogue => {}
        _ => load.reload(),
    });
    view! { <Loaded load skeleton=|| view! { <LinesSkeleton count=6/> } let:list>{move || rows(list)}</Loaded> }
}

fn rows(list: Signal<Curations>) -> Markup {
    let cards = list.with(|list| list.collections.clone());
    match cards.is_empty() {
        true => view! { <Empty sentence=t!(curation.none)/> },
        false => view! { <ul class="curations">{cards.into_iter().map(row).collect_view()}</ul> },
    }
}

fn row(card: CurationCard) -> Markup {
    let i18n = use_i18n();
    let number = move |count: u32| intl::number(count, language_of(i18n.get_locale()));
    let CurationCard { id, title, curator, by_rule, count, tasks, .. } = card;
    let href = Route::Curation { collection: id.to_string() }.href();
    let kind = move || if by_rule { t_string!(i18n, curation.by_rule) } else { t_string!(i18n, curation.by_hand) };
    let members = move || t_string!(i18n, curation.members, count = number(count));
    let waits = move || match tasks {
        0 => t_string!(i18n, curation.all_well).to_owned(),
        tasks => t_string!(i18n, curation.tasks, count = number(tasks)),
    };
    let state = if tasks == 0 { "none" } else { "some" };
    view! {
        <li class="curations__one">
            <Avatar name=curator.name.clone() picture=curator.picture/>
            <a class="curations__title" href=href>{say(title)}</a>
            <span class="quiet">{say(curator.name)}</span>
            <span class="quiet">{kind}</span>
            <span>{members}</span>
            <span class="curations__tasks" data-state=state>{waits}</span>
        </li>
    }
}
