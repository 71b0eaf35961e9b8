//! The studio: what a merchandiser builds the floor with.

mod floors;
mod moderation;
mod overview;

pub use moderation::ModerationPage;

use crate::i18n::t;
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_staff;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use domain::access::Action;
use overview::Overview;

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

/// Where else the studio works.
#[component]
fn Ways() -> Markup {
    let staff = use_staff();
    let may = Memo::new(move |_| staff.may(Action::Moderate));
    let href = Route::StudioReviews { tab: String::new() }.href();
    live(move || {
        let href = href.clone();
        may.get().then(|| view! { <p class="studio__ways"><ButtonLink href>{t!(moderation.way)}</ButtonLink></p> })
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
                <li>{t!(studio.next_collections)}</li>
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
