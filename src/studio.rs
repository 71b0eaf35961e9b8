//! The studio: what a merchandiser builds the floor with.

mod connections;
mod curation;
mod curations;
mod floors;
mod imports;
mod moderation;
mod overview;
mod sought;

pub use curation::CurationPage;
pub use curations::CurationsPage;
pub use imports::ImportsPage;
pub use moderation::ModerationPage;
pub use sought::SoughtPage;

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
            <Ways/>
            {move || match (may.get(), store.get()) {
                (true, Some(store)) => view! { <Overview store/> <Next/> },
                _ => view! { <NotYours/> },
            }}
        </div>
    }
}

/// Where else the studio works, as far as one may.
#[component]
fn Ways() -> Markup {
    let staff = use_staff();
    live(move || {
        let way = |action: Action, route: Route, words: Markup| {
            staff.may(action).then(|| view! { <ButtonLink href=route.href()>{words}</ButtonLink> })
        };
        view! {
            <nav class="studio__ways">
                {way(Action::EditCollections, Route::Curations, t!(curation.open).into_markup())}
                {way(Action::Import, Route::Imports, t!(imports.title).into_markup())}
                {way(Action::SeeInsights, Route::Sought, t!(sought.title).into_markup())}
                {way(Action::Moderate, Route::StudioReviews { tab: String::new() }, t!(moderation.way).into_markup())}
                {way(Action::Administer, Route::Connections, t!(connections.open).into_markup())}
            </nav>
        }
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
