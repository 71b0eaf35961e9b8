//! The shop's entry.

use super::frame::ShopFrame;
use super::provide_ground;
use super::screen::use_route;
use crate::browse::{CollectionPage, HomePage, NoSuchPage, SearchPage, StoresPage};
use crate::browser::{document, panic};
use crate::map::MapPage;
use crate::product::ProductPage;
use crate::reserve::{ReservePage, TicketPage};
use crate::route::Route;
use crate::scan::{DigitalLinkPage, InStorePage, ScanPage, SlotPage};
use crate::session::provide_here;
use leptos::prelude::*;
use leptos_router::components::Router;

/// Mounts the shop.
pub fn start() {
    panic::install();
    document::clear_first();
    mount_to_body(|| view! { <Router><Shop/></Router> });
}

#[component]
fn Shop() -> impl IntoView {
    provide_ground();
    let route = use_route();
    let slug = Memo::new(move |_| route.with(|route| route.as_ref().and_then(Route::store).map(str::to_owned)));
    provide_here(slug.into());
    view! { <ShopFrame>{move || page(route.get())}</ShopFrame> }
}

fn page(route: Option<Route>) -> AnyView {
    match route {
        Some(Route::Stores) => view! { <StoresPage/> }.into_any(),
        Some(Route::Home { store }) => view! { <HomePage store/> }.into_any(),
        Some(Route::Map { store, .. }) => view! { <MapPage store/> }.into_any(),
        Some(Route::Search { store, .. }) => view! { <SearchPage store/> }.into_any(),
        Some(Route::Scan { store }) => view! { <ScanPage store/> }.into_any(),
        Some(Route::Collection { store, collection }) => view! { <CollectionPage store collection/> }.into_any(),
        Some(Route::Product { store, gtin, .. }) => view! { <ProductPage store gtin/> }.into_any(),
        Some(Route::Reserve { store, gtin }) => view! { <ReservePage store gtin/> }.into_any(),
        Some(Route::DigitalLink { gtin }) => view! { <DigitalLinkPage text=gtin/> }.into_any(),
        Some(Route::InStore { code }) => view! { <InStorePage code/> }.into_any(),
        Some(Route::Slot { slot }) => view! { <SlotPage text=slot/> }.into_any(),
        Some(Route::Ticket { token }) => view! { <TicketPage token/> }.into_any(),
        #[cfg(feature = "preview")]
        Some(Route::Preview) => view! { <crate::preview::PreviewPage/> }.into_any(),
        Some(Route::Desk | Route::SignIn | Route::Pickups { .. } | Route::Studio) | None => view! { <NoSuchPage/> }.into_any(),
    }
}
