//! The entry of staff: the desk and the studio.

use super::frame::{DeskFrame, StudioFrame};
use super::provide_ground;
use super::screen::use_route;
use crate::browser::address::Arrival;
use crate::browser::{document, panic};
use crate::client::Refusal;
use crate::desk::{PickupsPage, SignInPage, SignedInPage};
use crate::i18n::t;
use crate::load::{Load, Loaded};
use crate::markup::mount;
use crate::prelude::*;
use crate::route::Route;
use crate::session::{provide_staff, use_staff};
use crate::studio::{ConnectionsPage, CurationPage, CurationsPage, ImportsPage, ModerationPage, SoughtPage, StudioPage};
use crate::ui::{
    button::ButtonLink,
    empty::Empty,
    heading::{Heading, focus_next_heading},
    skeleton::LinesSkeleton,
};
use api::Code;

/// Mounts the desk and the studio.
pub fn start() {
    panic::install();
    document::clear_first();
    mount(|| view! { <Staffroom/> });
}

#[component]
fn Staffroom() -> Markup {
    provide_ground(Arrival::AtOnce);
    provide_staff();
    let route = use_route();
    let is_studio = |route: &Option<Route>| {
        use Route::{Connections, Curation, Curations, Imports, Sought, Studio, StudioReviews};
        matches!(route, Some(Studio | Curations | Curation { .. } | Connections | Imports | Sought | StudioReviews { .. }))
    };
    let in_studio = Memo::new(move |_| route.with(is_studio));
    live(move || match in_studio.get() {
        true => view! { <StudioFrame><Gate route/></StudioFrame> },
        false => view! { <DeskFrame><Gate route/></DeskFrame> },
    })
}

/// Every page stands behind the sign-in, which takes the page's place: the address stays, so that signing in leads back to it.
#[component]
fn Gate(route: Memo<Option<Route>>) -> Markup {
    let staff = use_staff();
    let is_nobody = Memo::new(move |_| matches!(staff.load().get(), Load::Failed(refusal) if refusal.is(Code::SignInNeeded)));
    Effect::new(move |before: Option<bool>| {
        let is_nobody = is_nobody.get();
        if before == Some(true) && !is_nobody {
            // Somebody has signed in: the page that takes the form's place says where they are.
            focus_next_heading();
        }
        is_nobody
    });
    let waiting = || view! { <div class="page"><LinesSkeleton count=4/></div> };
    view! { <Loaded load=staff.load() skeleton=waiting refused=Callback::new(sign_in) let:_session>{move || page(route.get())}</Loaded> }
}

fn sign_in(refusal: Refusal) -> Option<Markup> {
    refusal.is(Code::SignInNeeded).then(|| view! { <SignInPage/> })
}

fn page(route: Option<Route>) -> Markup {
    match route {
        Some(Route::SignIn) => view! { <SignedInPage/> },
        Some(Route::Desk | Route::Pickups { .. }) => view! { <PickupsPage/> },
        Some(Route::Studio) => view! { <StudioPage/> },
        Some(Route::Imports) => view! { <ImportsPage/> },
        Some(Route::Curations) => view! { <CurationsPage/> },
        Some(Route::Curation { collection }) => view! { <CurationPage collection/> },
        Some(Route::Connections) => view! { <ConnectionsPage/> },
        Some(Route::Sought) => view! { <SoughtPage/> },
        Some(Route::StudioReviews { .. }) => view! { <ModerationPage/> },
        _ => view! { <NoSuchPage/> },
    }
}

#[component]
fn NoSuchPage() -> Markup {
    view! {
        <div class="page">
            <Heading text=t!(common.no_page.title)/>
        <Empty sentence=t!(common.no_page.staff)>
            <ButtonLink href=Route::pickups().href()>{t!(desk.title)}</ButtonLink>
        </Empty>
        </div>
    }
}
