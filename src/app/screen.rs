//! The page at the present address. One place reads the path; pages get typed values.

use crate::route::Route;
use crate::ui::heading::focus_next_heading;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

/// The page at the present address; `None` where there is none. A change of the query only is no new page.
pub(super) fn use_route() -> Memo<Option<Route>> {
    let path = use_location().pathname;
    let route = Memo::new(move |_| Route::of(&path.get()));
    let browser = use_context::<BrowserUrl>();
    Effect::new(move |before: Option<()>| {
        route.track();
        path.track();
        // The router writes the address once the page stands.
        if let Some(browser) = &browser {
            browser.ready_to_complete();
        }
        if before.is_some() {
            focus_next_heading();
        }
    });
    route
}
