//! The studio: what a merchandiser builds the floor with.

mod floors;
mod overview;

use crate::i18n::{t_string, use_i18n};
use crate::route::Route;
use crate::session::use_staff;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use domain::access::Action;
use leptos::prelude::*;
use overview::Overview;

/// `/studio`
#[component]
pub fn StudioPage() -> impl IntoView {
    let (i18n, staff) = (use_i18n(), use_staff());
    let store = staff.store();
    let store = Memo::new(move |_| store.get().map(|store| store.slug));
    let may = Memo::new(move |_| staff.may(Action::EditPlanogram));
    view! {
        <div class="page studio">
            <header class="studio__intro">
                <Heading text=Signal::derive(move || t_string!(i18n, studio.title).to_owned())/>
                <p class="lead">{move || t_string!(i18n, studio.lead)}</p>
            </header>
            {move || match (may.get(), store.get()) {
                (true, Some(store)) => view! { <Overview store/> <Next/> }.into_any(),
                _ => view! { <NotYours/> }.into_any(),
            }}
        </div>
    }
}

/// What the studio will hold. Words only: there is nothing to press yet.
#[component]
fn Next() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="studio__next" aria-labelledby="studio-next">
            <h2 id="studio-next">{move || t_string!(i18n, studio.next)}</h2>
            <ul>
                <li>{move || t_string!(i18n, studio.next_floors)}</li>
                <li>{move || t_string!(i18n, studio.next_shelves)}</li>
                <li>{move || t_string!(i18n, studio.next_publish)}</li>
                <li>{move || t_string!(i18n, studio.next_collections)}</li>
            </ul>
        </section>
    }
}

/// This role works elsewhere.
#[component]
fn NotYours() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Empty sentence=Signal::derive(move || t_string!(i18n, studio.not_yours).to_owned())>
            <ButtonLink href=Route::pickups().href() variant=Variant::Primary>{move || t_string!(i18n, desk.title)}</ButtonLink>
        </Empty>
    }
}
