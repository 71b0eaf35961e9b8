//! The entry of staff: the desk and the studio.

use super::frame::{DeskFrame, StudioFrame};
use super::provide_ground;
use super::screen::use_route;
use crate::browser::{document, panic};
use crate::client::Refusal;
use crate::desk::{PickupsPage, SignInPage, SignedInPage};
use crate::i18n::{t_string, use_i18n};
use crate::load::{Load, Loaded};
use crate::route::Route;
use crate::session::{provide_staff, use_staff};
use crate::studio::StudioPage;
use crate::ui::{
    button::ButtonLink,
    empty::Empty,
    heading::{Heading, focus_next_heading},
    skeleton::LinesSkeleton,
};
use api::Code;
use leptos::prelude::*;
use leptos_router::components::Router;

/// Mounts the desk and the studio.
pub fn start() {
    panic::install();
    document::clear_first();
    mount_to_body(|| view! { <Router><Staffroom/></Router> });
}

#[component]
fn Staffroom() -> impl IntoView {
    provide_ground();
    provide_staff();
    let route = use_route();
    let in_studio = Memo::new(move |_| route.with(|route| matches!(route, Some(Route::Studio))));
    move || match in_studio.get() {
        true => view! { <StudioFrame><Gate route/></StudioFrame> }.into_any(),
        false => view! { <DeskFrame><Gate route/></DeskFrame> }.into_any(),
    }
}

/// Every page stands behind the sign-in, which takes the page's place: the address stays, so that signing in leads back to it.
#[component]
fn Gate(route: Memo<Option<Route>>) -> impl IntoView {
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

fn sign_in(refusal: Refusal) -> Option<AnyView> {
    refusal.is(Code::SignInNeeded).then(|| view! { <SignInPage/> }.into_any())
}

fn page(route: Option<Route>) -> AnyView {
    match route {
        Some(Route::SignIn) => view! { <SignedInPage/> }.into_any(),
        Some(Route::Desk | Route::Pickups { .. }) => view! { <PickupsPage/> }.into_any(),
        Some(Route::Studio) => view! { <StudioPage/> }.into_any(),
        _ => view! { <NoSuchPage/> }.into_any(),
    }
}

#[component]
fn NoSuchPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="page">
            <Heading text=Signal::derive(move || t_string!(i18n, common.no_page.title).to_owned())/>
        <Empty sentence=Signal::derive(move || t_string!(i18n, common.no_page.staff).to_owned())>
            <ButtonLink href=Route::pickups().href()>{move || t_string!(i18n, desk.title)}</ButtonLink>
        </Empty>
        </div>
    }
}
