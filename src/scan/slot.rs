//! A slot's label: leads to what stands there.

use super::history;
use super::old_label::{OldLabel, use_tell_store};
use super::wrong::WrongCode;
use crate::client::Refusal;
use crate::i18n::{say, t, use_i18n};
use crate::load::{Loaded, use_load};
use crate::message;
use crate::prelude::*;
use crate::route::{Route, use_replace};
use crate::session::remembered_store;
use crate::ui::button::ButtonLink;
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::picture::Picture;
use crate::ui::skeleton::LinesSkeleton;
use api::Code;
use api::planogram::get_slot::GetSlot;
use api::planogram::{Good, SlotPlace};
use domain::Gtin;
use domain::crockford::SlotCode;
use domain::gs1::ScanError;

/// `/q/{slot}`
#[component]
pub fn SlotPage(
    /// The code as it stands in the link.
    text: String,
) -> Markup {
    let i18n = use_i18n();
    match text.parse::<SlotCode>() {
        Ok(slot) => view! { <Standing at=slot/> },
        Err(_) => {
            let error = ScanError::Slot(text.clone());
            let title = t!(scan.slot.wrong);
            let reason = Signal::derive(move || message::scan_error(i18n, &error));
            view! { <WrongCode title code=text reason/> }
        }
    }
}

#[component]
fn Standing(at: SlotCode) -> Markup {
    let place = use_load(move || GetSlot { slot: at, gtin: None });
    let (replace, tell_store) = (use_replace(), use_tell_store());
    Effect::new(move |_| {
        if let Some(place) = place.value().get()
            && !place.retired
            && let Some(only) = only(&place.goods)
        {
            tell_store.run((*place).clone());
            history::remember(only, Some(at));
            replace(Route::Product { store: place.store.clone(), gtin: only, at: Some(at) });
        }
    });
    let refused = Callback::new(move |refusal: Refusal| match refusal {
        Refusal::Problem(problem) if problem.code == Code::NoSuchSlot => Some(view! { <UnknownSlot/> }),
        _ => None,
    });
    let skeleton = || view! { <Heading text=t!(scan.slot.title)/> <LinesSkeleton/> };
    view! {
        <div class="page">
            <Loaded load=place skeleton refused let:place>
                {move || match place.get() {
                    place if place.retired => view! { <OldLabel at place/> },
                    place => view! { <Heading text=t!(scan.slot.title)/> {standing(at, place)} },
                }}
            </Loaded>
        </div>
    }
}

/// A label of nobody's.
#[component]
fn UnknownSlot() -> Markup {
    let again = remembered_store().map_or(Route::Stores, |store| Route::Scan { store }).href();
    view! {
        <Heading text=t!(scan.slot.wrong)/>
        <Empty sentence=t!(common.problem.no_such_slot)>
            <ButtonLink href=again>{t!(scan.title)}</ButtonLink>
        </Empty>
    }
}

/// One product, be it in several sizes or colours: its page has them all.
fn only(goods: &[Good]) -> Option<Gtin> {
    let (first, others) = goods.split_first()?;
    others.iter().all(|good| good.name == first.name).then_some(first.gtin)
}

fn standing(at: SlotCode, place: SlotPlace) -> Markup {
    let SlotPlace { store, goods: standing, .. } = place;
    if standing.is_empty() {
        let (call, home) = (Route::Call { store: store.clone(), gtin: None, at: Some(at) }.href(), Route::Home { store }.href());
        // A fitting room's label, for one, has nothing to show and somebody to call.
        return view! {
            <Empty sentence=t!(scan.slot.empty)>
                <ButtonLink href=call>{t!(call.link)}</ButtonLink>
                <ButtonLink href=home>{t!(home.all)}</ButtonLink>
            </Empty>
        };
    }
    goods(&store, Some(at), standing)
}

/// Each leads to its page, at the shelf where that is known.
pub(super) fn goods(store: &str, at: Option<SlotCode>, goods: Vec<Good>) -> Markup {
    let one = |Good { gtin, name, picture, .. }: Good| {
        let href = Route::Product { store: store.to_owned(), gtin, at }.href();
        view! {
            <li>
                <a class="row" href=href>
                    <span class="row__picture"><Picture picture name=name.clone() size=96/></span>
                    <span class="row__words"><b>{say(name)}</b></span>
                </a>
            </li>
        }
    };
    view! { <ul class="seen__list">{goods.into_iter().map(one).collect_view()}</ul> }
}
