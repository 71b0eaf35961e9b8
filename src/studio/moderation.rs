//! Moderation: what was reported, lines that wait, what was decided.

mod card;
mod desk;
mod tab;

use crate::i18n::{t, use_i18n};
use crate::load::Loaded;
use crate::prelude::*;
use crate::route::{Route, use_replace};
use crate::session::use_staff;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::skeleton::LinesSkeleton;
use crate::ui::tabs::{self, Tabs};
use api::review::Moderation;
use card::{DecisionCard, LineCard, ReportedCard};
use desk::{Desk, Told};
use domain::access::Action;
use tab::{Tab, use_tab};

/// `/studio/reviews`
#[component]
pub fn ModerationPage() -> Markup {
    let staff = use_staff();
    let store = staff.store();
    let store = Memo::new(move |_| store.get().map(|store| store.slug));
    let may = Memo::new(move |_| staff.may(Action::Moderate));
    view! {
        <div class="page studio">
            <header class="studio__intro">
                <Heading text=t!(moderation.title)/>
                <p class="lead">{t!(moderation.lead)}</p>
            </header>
            {move || match (may.get(), store.get()) {
                (true, Some(store)) => view! { <Queue store/> },
                _ => view! { <NotYours/> },
            }}
        </div>
    }
}

#[component]
fn Queue(store: String) -> Markup {
    let desk = Desk::new(store);
    view! {
        <Loaded load=desk.load skeleton=|| view! { <LinesSkeleton count=6/> } let:queue>
            <Parts queue/>
            <Told desk/>
            <Panel queue desk/>
        </Loaded>
    }
}

#[component]
fn Parts(queue: Signal<Moderation>) -> Markup {
    let (i18n, tab, replace) = (use_i18n(), use_tab(), use_replace());
    let parts = Signal::derive(move || {
        let count = |tab: Tab| queue.with(|queue| tab.count(queue));
        Tab::ALL.map(|tab| tabs::Tab { value: tab.name(), words: tab.words(i18n).to_owned(), count: count(tab) }).to_vec()
    });
    let on_choose = Callback::new(move |tab| replace(Route::StudioReviews { tab }));
    view! { <Tabs label=t!(moderation.tabs) tabs=parts chosen=Signal::derive(move || tab.get().name().to_owned()) on_choose/> }
}

#[component]
fn Panel(queue: Signal<Moderation>, desk: Desk) -> Markup {
    let tab = use_tab();
    let is_empty = Memo::new(move |_| queue.with(|queue| tab.get().is_empty(queue)));
    let list = move || match tab.get() {
        Tab::Reported => {
            let items = move || queue.get().reported;
            view! { <ul class="moderation">{each(items, |item| item.what.id.clone(), move |item| view! { <ReportedCard item desk/> })}</ul> }
        }
        Tab::Lines => {
            let items = move || queue.get().lines;
            view! { <ul class="moderation">{each(items, |item| item.id, move |item| view! { <LineCard item desk/> })}</ul> }
        }
        Tab::History => {
            // What was hidden then may be shown now: a row is another one when it is.
            let items = move || queue.get().history;
            let key = |item: &api::review::Decision| format!("{}{}", item.id, item.what.hidden);
            view! { <ul class="moderation">{each(items, key, move |item| view! { <DecisionCard item desk/> })}</ul> }
        }
    };
    view! {
        <section role="tabpanel" id=move || format!("panel-{}", tab.get().name()) aria-labelledby=move || format!("tab-{}", tab.get().name())>
            {move || match is_empty.get() {
                true => view! { <Empty sentence=tab.get().nothing()/> },
                false => list(),
            }}
        </section>
    }
}

/// This role works elsewhere.
#[component]
fn NotYours() -> Markup {
    view! {
        <Empty sentence=t!(moderation.not_yours)>
            <ButtonLink href=Route::pickups().href() variant=Variant::Primary>{t!(desk.title)}</ButtonLink>
        </Empty>
    }
}
