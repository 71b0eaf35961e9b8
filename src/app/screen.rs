//! The page at the present address. One place reads the path; pages get typed values.

use crate::browser::address::use_address;
use crate::prelude::*;
use crate::route::Route;
use crate::ui::heading::focus_next_heading;

/// The page at the present address; `None` where there is none. A change of the query only is no new page.
pub(super) fn use_route() -> Memo<Option<Route>> {
    let path = use_address().path();
    Memo::new(move |before: Option<&Option<Route>>| {
        let route = Route::of(&path.get());
        // Said here, before the new page is made: an effect would come too late, or hand the focus to the page that goes.
        if before.is_some_and(|before| *before != route) {
            focus_next_heading();
        }
        route
    })
}
