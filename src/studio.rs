//! The studio: what a merchandiser builds the floor with.

mod connections;
mod curation;
mod curations;
mod floors;
mod overview;

pub use curation::CurationPage;
pub use curations::CurationsPage;

use crate::i18n::t;
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_staff;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use domain::access::Action;
use overview::Overview;

pub use connections::ConnectionsPage;

/// `/studio`
#[component]
pub fn StudioPage() -> Markup {
    let staff = use_staff();
    let store = staff.store();
    let store = Memo::new(move |_| store.get().map(|store| store.slug));
    let may = Memo::new(move |_| staff.may(Action::EditPlanogram));
    view! {
        <div class="page studio">
            <header class="studio__intro">
                <Heading text=t!(studio.title)/>
                <p class="lead">{t!(studio.lead)}</p>
            </header>
            {move || match (may.get(), store.get()) {
                (true, Some(store)) => view! {
                    <Overview store/>
                    <p class="studio__ways"><ButtonLink href=Route::Curations.href()>{t!(curation.open)}</ButtonLink></p>
                    <Administration/>
                    <Next/>
                },
                _ => view! { <NotYours/> },
            }}
        </div>
    }
}

/// What administrators do for all stores.
#[component]
fn Administration() -> Markup {
    let staff = use_staff();
    let may = Memo::new(move |_| staff.may(Action::Administer));
    live(move || {
        may.get()
            .then(|| view! { <p class="studio__ways"><ButtonLink href=Route::Connections.href()>{t!(connections.open)}</ButtonLink></p> })
    })
}

/// What the studio will hold. Words only: there is nothing to press yet.
#[component]
fn Next() -> Markup {
    view! {
        <section class="studio__next" aria-labelledby="studio-next">
            <h2 id="studio-next">{t!(studio.next)}</h2>
            <ul>
                <li>{t!(studio.next_floors)}</li>
                <li>{t!(studio.next_shelves)}</li>
                <li>{t!(studio.next_publish)}</li>
            </ul>
        </section>
    }
}

/// This role works elsewhere.
#[component]
fn NotYours() -> Markup {
    view! {
        <Empty sentence=t!(studio.not_yours)>
            <ButtonLink href=Route::pickups().href() variant=Variant::Primary>{t!(desk.title)}</ButtonLink>
        </Empty>
    }
}
