//! The page at the present address. One place reads the path; pages get typed values.

use crate::route::Route;
use crate::ui::heading::focus_next_heading;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

/// The page at the present address; `None` where there is none. A change of the query only is no new page.
pub(super) fn use_route() -> Memo<Option<Route>> {
    let path = use_location().pathname;
    let route = Memo::new(move |before: Option<&Option<Route>>| {
        let route = Route::of(&path.get());
        // Said here, before the new page is made: an effect would come too late, or hand the focus to the page that goes.
        if before.is_some_and(|before| *before != route) {
            focus_next_heading();
        }
        route
    });
    let browser = use_context::<BrowserUrl>();
    Effect::new(move |_| {
        path.track();
        // The router writes the address once the page stands.
        if let Some(browser) = &browser {
            browser.ready_to_complete();
        }
    });
    route
}
