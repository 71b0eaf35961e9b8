//! The shop's entry: its frame, and the pages as their parts arrive.

use super::frame::ShopFrame;
use super::provide_ground;
use super::screen::use_route;
use crate::browser::clock::sleep;
use crate::browser::{document, panic};
use crate::client::Refusal;
use crate::i18n::t;
use crate::load::{Refused, SLOW};
use crate::markup::mount;
use crate::prelude::*;
use crate::route::Route;
use crate::session::provide_here;
use crate::ui::notice::Pill;
use leptos::task::spawn_local_scoped_with_cancellation;
use leptos::wasm_split::SplitLoaderError;
use std::future::Future;
use std::pin::Pin;

/// Pages that travel together. A new page goes where its visitors are already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What a label's link opens.
    Shelf,
    /// Looking about.
    Browse,
    /// Going there and taking it home.
    Visit,
}

/// Draws the pages of a part.
pub type Pages = fn(Route) -> Markup;

/// A part on its way.
pub type Fetching = Pin<Box<dyn Future<Output = Result<Pages, Missing>>>>;

/// A part could not be fetched.
#[derive(Clone, Copy, Debug)]
pub struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

impl Part {
    fn of(route: &Route) -> Self {
        match route {
            Route::Product { .. } | Route::DigitalLink { .. } | Route::InStore { .. } | Route::Slot { .. } => Self::Shelf,
            Route::Map { .. } | Route::Reserve { .. } | Route::Ticket { .. } => Self::Visit,
            _ => Self::Browse,
        }
    }
}

/// Mounts the shop once the first page's part is here: until then the server's first content stands. `bring` fetches a part, at once
/// when it is here already.
pub fn start(bring: fn(Part) -> Fetching) {
    panic::install();
    wasm_bindgen_futures::spawn_local(async move {
        let route = Route::of(&document::path()).unwrap_or(NO_PAGE);
        let first = bring(Part::of(&route)).await.map(|pages| Page { route, pages });
        document::clear_first();
        mount(move || view! { <Shop bring first/> });
    });
}

/// Stands for a path without a page: the part that people look about in says so.
const NO_PAGE: Route = Route::Desk;

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
    route: Route,
    pages: Pages,
}

#[component]
fn Shop(bring: fn(Part) -> Fetching, first: Result<Page, Missing>) -> Markup {
    provide_ground();
    let route = use_route();
    let slug = Memo::new(move |_| route.with(|route| route.as_ref().and_then(Route::store).map(str::to_owned)));
    provide_here(slug.into());
    let (stage, again) = (RwSignal::new(if first.is_ok() { Stage::Here } else { Stage::Missing }), Trigger::new());
    // The page before stands until the next one's part is here.
    let page = RwSignal::new(first.ok());
    Effect::new(move |before: Option<()>| {
        again.track();
        let route = route.get().unwrap_or(NO_PAGE);
        if before.is_none() {
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
            let next = bring(Part::of(&route)).await.map(|pages| Page { route, pages });
            stage.try_set(if next.is_ok() { Stage::Here } else { Stage::Missing });
            page.try_set(next.ok());
        });
    });
    let mark = move || match stage.get() {
        Stage::Slow => view! { <Pill>{t!(common.load.slow)}</Pill> },
        Stage::Missing => view! { <Refused refusal=Refusal::Offline again=Callback::new(move |()| again.notify())/> },
        Stage::Waiting | Stage::Here => Markup::Nothing,
    };
    view! {
        <ShopFrame>
            {mark}
            {each(move || page.get().into_iter().collect(), |page| page.route.href(), |page: Page| (page.pages)(page.route))}
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
                Part::Visit => "visit",
            };
            assert_eq!(page::part(pattern), name, "{pattern}");
        }
    }
}
