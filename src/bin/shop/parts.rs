//! The shop's pages in parts. A release build makes each part a file of its own, fetched when one of its pages is opened first
//! (docs/decisions/0007); any other build holds them all.

use vitrine::app::shop::{Bringing, Missing, Pages, Part};
use vitrine::browse::{CollectionPage, Drawing, HomePage, NoSuchPage, SearchPage, StoresPage};
use vitrine::call::CallPage;
use vitrine::compare::ComparePage;
use vitrine::list::{ListPage, Sheet, sheet};
use vitrine::map::{Beside, MapPage, small_plan};
use vitrine::prelude::*;
use vitrine::product::{ProductPage, Rest};
use vitrine::reserve::{ReservePage, TicketPage, TicketsPage};
use vitrine::route::Route;
use vitrine::scan::{DigitalLinkPage, InStorePage, ScanPage, SlotPage};

/// Fetches a part, once.
pub fn bring(part: Part) -> Bringing<Pages> {
    Box::pin(async move {
        match part {
            Part::Shelf => shelf().await,
            Part::Browse => browse().await,
            Part::Floor => floor().await.map(|floor| floor.pages),
            Part::Visit => visit().await,
            Part::Find => find().await,
        }
    })
}

/// Fetches what stands below a product's first screen, once.
fn bring_below() -> Bringing<Rest> {
    Box::pin(async move { below().await.map(|below| below.rest) })
}

/// Fetches what hands a list over, once.
fn bring_sheet() -> Bringing<Sheet> {
    Box::pin(async move { below().await.map(|below| below.sheet) })
}

/// Fetches what comes beside the map's drawing, once.
fn bring_beside() -> Bringing<Beside> {
    Box::pin(beside())
}

/// What stands below a product's first screen, and what the list shows of it.
struct BelowPart {
    rest: Rest,
    sheet: Sheet,
}

/// Pages, and what another page shows of them.
struct FloorPart {
    pages: Pages,
    small: Drawing,
}

/// Fetches what draws the map small, once.
fn bring_small_plan() -> Bringing<Drawing> {
    Box::pin(async move { floor().await.map(|floor| floor.small) })
}

/// Declares what a part answers with; where builds are split, in a file of its own.
macro_rules! part {
    ($part:ident: $kind:ty, $here:expr) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $part() -> Result<$kind, Missing> {
            Ok($here)
        }

        #[cfg(not(feature = "split"))]
        async fn $part() -> Result<$kind, Missing> {
            Ok($here)
        }
    };
}

part!(shelf: Pages, shelf_page);
part!(browse: Pages, browse_page);
part!(floor: FloorPart, FloorPart { pages: floor_page, small: small_plan });
part!(visit: Pages, visit_page);
part!(find: Pages, find_page);
part!(below: BelowPart, BelowPart { rest: Rest::here(), sheet });
part!(beside: Beside, Beside::here());

/// What a label's link opens.
fn shelf_page(route: Route) -> Markup {
    match route {
        Route::Product { store, gtin, .. } => view! { <ProductPage store gtin below=bring_below/> },
        Route::DigitalLink { gtin } => view! { <DigitalLinkPage text=gtin/> },
        Route::Batch { gtin, batch } => view! { <DigitalLinkPage text=gtin batch/> },
        _ => view! { <NoSuchPage/> },
    }
}

/// Looking about.
fn browse_page(route: Route) -> Markup {
    match route {
        Route::Stores => view! { <StoresPage/> },
        Route::Home { store } => view! { <HomePage store plan=bring_small_plan/> },
        Route::InStore { code } => view! { <InStorePage code/> },
        Route::Slot { slot } => view! { <SlotPage text=slot/> },
        Route::Scan { store } => view! { <ScanPage store/> },
        Route::Collection { store, collection } => view! { <CollectionPage store collection/> },
        #[cfg(feature = "preview")]
        Route::Preview => view! { <vitrine::preview::PreviewPage/> },
        _ => view! { <NoSuchPage/> },
    }
}

/// Where things stand, and what somebody goes there for.
fn floor_page(route: Route) -> Markup {
    match route {
        Route::Map { store, .. } => view! { <MapPage store beside=bring_beside/> },
        Route::List { store, .. } => view! { <ListPage store sheet=bring_sheet/> },
        _ => view! { <NoSuchPage/> },
    }
}

/// Keeping one and taking it home.
fn visit_page(route: Route) -> Markup {
    match route {
        Route::Reserve { store, .. } => view! { <ReservePage store/> },
        Route::Tickets => view! { <TicketsPage/> },
        Route::Ticket { token } => view! { <TicketPage token/> },
        _ => view! { <NoSuchPage/> },
    }
}

/// Looking for one thing, side by side, or for somebody who helps.
fn find_page(route: Route) -> Markup {
    match route {
        Route::Call { store, .. } => view! { <CallPage store/> },
        Route::Search { store, .. } => view! { <SearchPage store/> },
        Route::Compare { store, .. } => view! { <ComparePage store/> },
        _ => view! { <NoSuchPage/> },
    }
}
