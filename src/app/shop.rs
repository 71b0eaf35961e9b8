//! The shop's entry: its frame, and the pages as their parts arrive.

use super::frame::ShopFrame;
use super::provide_ground;
use crate::browse::NoSuchPage;
use crate::browser::address::{Arrival, use_address};
use crate::browser::clock::sleep;
use crate::browser::wedge::on_burst;
use crate::browser::{document, panic};
use crate::client::Refusal;
use crate::i18n::t;
pub use crate::load::{Bringing, Missing};
use crate::load::{Refused, SLOW};
use crate::markup::mount;
use crate::prelude::*;
use crate::route::{Route, use_go};
use crate::session::beacons::provide_beacons;
use crate::session::kiosk::is_kiosk;
use crate::session::provide_here;
use crate::session::scanned::provide_scanned;
use crate::ui::compare::provide_marked;
use crate::ui::heading::focus_next_heading;
use crate::ui::list::provide_lists;
use crate::ui::notice::Pill;
use api::beacon::BeaconKind;
use leptos::task::spawn_local_scoped_with_cancellation;

/// Pages that travel together. A new page goes where its visitors are already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What a label's link opens.
    Shelf,
    /// Looking about.
    Browse,
    /// Where things stand, and what somebody goes there for.
    Floor,
    /// Keeping one and taking it home.
    Visit,
    /// Looking for one thing, side by side, or for somebody who helps.
    Find,
}

/// Draws the pages of a part.
pub type Pages = fn(Route) -> Markup;

impl Part {
    fn of(route: &Route) -> Self {
        match route {
            Route::Product { .. } | Route::DigitalLink { .. } | Route::Batch { .. } | Route::Label { .. } => Self::Shelf,
            Route::Search { .. } | Route::Compare { .. } | Route::Call { .. } => Self::Find,
            Route::Map { .. } | Route::Tour { .. } | Route::Shelf { .. } | Route::List { .. } => Self::Floor,
            Route::Reserve { .. } | Route::Tickets | Route::Ticket { .. } => Self::Visit,
            _ => Self::Browse,
        }
    }
}

/// Mounts the shop once the first page's part is here: until then the server's first content stands. `bring` fetches a part, at once
/// when it is here already.
pub fn start(bring: fn(Part) -> Bringing<Pages>) {
    panic::install();
    wasm_bindgen_futures::spawn_local(async move {
        let first = bring_page(bring, &document::path()).await;
        document::clear_first();
        mount(move || view! { <Shop bring first/> });
    });
}

/// What stands below the header.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    Slow,
    Here,
    Missing,
}

#[derive(Clone)]
struct Page {
    /// `None` where there is no page.
    route: Option<Route>,
    pages: Pages,
}

impl Page {
    fn key(&self) -> String {
        self.route.as_ref().map(Route::href).unwrap_or_default()
    }

    fn draw(self) -> Markup {
        match self.route {
            Some(route) => (self.pages)(route),
            None => view! { <NoSuchPage/> },
        }
    }
}

/// The page at a path, once its part is here.
async fn bring_page(bring: fn(Part) -> Bringing<Pages>, path: &str) -> Result<Page, Missing> {
    let route = Route::of(path);
    let part = route.as_ref().map_or(Part::Browse, Part::of);
    bring(part).await.map(|pages| Page { route, pages })
}

#[component]
fn Shop(bring: fn(Part) -> Bringing<Pages>, first: Result<Page, Missing>) -> Markup {
    provide_ground(Arrival::WhenTold);
    let address = use_address();
    let slug = Memo::new(move |_| Route::of(&address.path().get()).and_then(|route| route.store().map(str::to_owned)));
    provide_here(slug.into());
    let beacons = provide_beacons();
    let on_wish = Callback::new(move |gtin| {
        if let Some(store) = slug.get_untracked() {
            beacons.tell(store, BeaconKind::Wish, gtin);
        }
    });
    provide_marked(!is_kiosk(), on_wish);
    provide_lists(!is_kiosk(), on_wish);
    let go = use_go();
    let scanned = provide_scanned();
    on_burst(move |code| {
        if let Some(store) = slug.get_untracked() {
            scanned.put(code);
            go(Route::Scan { store });
        }
    });
    let (stage, again) = (RwSignal::new(if first.is_ok() { Stage::Here } else { Stage::Missing }), Trigger::new());
    let shown = first.as_ref().map_or(None, |page| page.route.clone());
    // The page before stands until the next one's part is here.
    let page = RwSignal::new(first.ok());
    Effect::new(move |before: Option<()>| {
        again.track();
        let path = address.coming().get();
        if before.is_none() && Route::of(&path) == shown {
            return;
        }
        stage.set(Stage::Waiting);
        spawn_local_scoped_with_cancellation(async move {
            sleep(SLOW).await;
            if stage.try_get_untracked() == Some(Stage::Waiting) {
                stage.set(Stage::Slow);
            }
        });
        spawn_local_scoped_with_cancellation(async move {
            let next = bring_page(bring, &path).await;
            let now = if next.is_ok() { Stage::Here } else { Stage::Missing };
            focus_next_heading();
            // The page goes before the mark comes, which looks whether a heading stands.
            page.try_set(next.ok());
            stage.try_set(now);
            address.arrive();
        });
    });
    // A part that is gone for good was another build's: the page at this address comes with the present one.
    let ask_again = Callback::new(move |()| match document::is_online() {
        true => document::reload(),
        false => again.notify(),
    });
    document::on_return(move || {
        if stage.get_untracked() == Stage::Missing {
            again.notify();
        }
    });
    let mark = move || match stage.get() {
        Stage::Slow => view! { <Pill>{t!(common.load.slow)}</Pill> },
        Stage::Missing => view! { <Refused refusal=Refusal::Offline again=ask_again/> },
        Stage::Waiting | Stage::Here => Markup::Nothing,
    };
    view! {
        <ShopFrame>
            {mark}
            {each(move || page.get().into_iter().collect(), Page::key, Page::draw)}
        </ShopFrame>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::page;

    /// The server names a page's part in its head before the program asks for it.
    #[test]
    fn the_server_hurries_the_part_that_the_page_needs() {
        for pattern in page::SHOP {
            let path = pattern.replace("{gtin}", "08801234500258").replace(['{', '}'], "");
            let Some(route) = Route::of(&path) else { panic!("{path} is no page") };
            let name = match Part::of(&route) {
                Part::Shelf => "shelf",
                Part::Browse => "browse",
                Part::Floor => "floor",
                Part::Visit => "visit",
                Part::Find => "find",
            };
            assert_eq!(page::part(pattern), name, "{pattern}");
        }
    }
}
