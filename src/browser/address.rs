//! The page's address as signals, and links and steps that change it without fetching another page.
//!
//! Absent: nested routes, guards, transitions. `route` reads the path in one place, so a router has nothing left to do
//! (docs/decisions/0006).

use super::document;
use crate::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, UrlSearchParams};

/// Where the visitor is. A page that waits for its part of the program stands in the browser's address bar already; until it arrives the
/// page before is shown and must not follow an address that is another page's.
#[derive(Clone, Copy)]
pub struct Address {
    coming: RwSignal<String>,
    path: RwSignal<String>,
    query: RwSignal<String>,
    hash: RwSignal<String>,
    arrival: Arrival,
    begins_at_top: StoredValue<bool>,
    /// The path that the page that is shown gave itself.
    renamed: StoredValue<Option<String>>,
}

/// When a page that is gone to takes the present one's place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// With the address.
    AtOnce,
    /// When [`Address::arrive`] is called.
    WhenTold,
}

/// How to go elsewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// With a step back to here; the new page begins at its top.
    Forward,
    /// In this page's place; the view stays where it is scrolled to.
    InPlace,
}

/// Provides the address, and follows links and the browser's own steps from now on.
pub fn provide_address(arrival: Arrival) {
    let empty = || RwSignal::new(String::new());
    let (coming, path, query, hash) = (empty(), empty(), empty(), empty());
    let address = Address { coming, path, query, hash, arrival, begins_at_top: StoredValue::new(false), renamed: StoredValue::new(None) };
    address.read();
    address.arrive();
    provide_context(address);
    window_event_listener_untyped("popstate", move |_| {
        // Where the visitor was, the browser knows.
        address.begins_at_top.set_value(false);
        address.read();
    });
    window_event_listener_untyped("click", move |event| address.follow(event.unchecked_ref()));
}

/// The address.
pub fn use_address() -> Address {
    expect_context()
}

impl Address {
    /// `/s/hongdae`, percent-encoded as the browser writes it: the page that is shown.
    pub fn path(self) -> Signal<String> {
        self.path.into()
    }

    /// The path of the page that was gone to last.
    pub fn coming(self) -> Signal<String> {
        self.coming.into()
    }

    /// Another page than the one that is shown is on its way.
    pub fn is_leaving(self) -> bool {
        self.coming.get_untracked() != self.path.get_untracked()
    }

    /// `#results`, or nothing.
    pub fn hash(self) -> Signal<String> {
        self.hash.into()
    }

    /// A value of the query, decoded. Follows it.
    pub fn query(self, name: &str) -> Option<String> {
        self.query.with(|query| UrlSearchParams::new_with_str(query).ok()?.get(name))
    }

    /// Goes to a path of ours, with its query and hash. To where the visitor is there is no step.
    pub fn go(self, href: &str, step: Step) {
        let Ok(history) = window().history() else { return };
        // Our own origin is never refused.
        let _ = match step {
            Step::Forward if href != document::address() => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
            _ => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
        };
        self.begins_at_top.set_value(step == Step::Forward);
        self.read();
    }

    /// The page that was gone to is shown from now on.
    pub fn arrive(self) {
        let location = window().location();
        // Who follows one of them should find the others as new.
        set(self.hash, location.hash());
        set(self.query, location.search());
        set(self.path, Ok(self.known_path()));
        if self.begins_at_top.get_value() {
            self.begins_at_top.set_value(false);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Gives the page that is shown another path, for a reload and a shared link to find it as it is. Nothing is told: the page has made
    /// the change itself, and to follow it would build the page anew.
    pub fn rename(self, href: &str) {
        if let Ok(history) = window().history() {
            // Our own origin is never refused.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(href));
            self.renamed.set_value(Some(document::path()));
        }
    }

    /// Puts values into the query of the page that is shown, or takes them out. Nothing is told, as by [`Address::rename`].
    pub fn note(self, values: &[(&str, Option<String>)]) {
        let location = window().location();
        let (Ok(history), Ok(query)) = (window().history(), UrlSearchParams::new_with_str(&location.search().unwrap_or_default())) else {
            return;
        };
        if self.is_leaving() {
            return;
        }
        for (name, value) in values {
            match value {
                Some(value) => query.set(name, value),
                None => query.delete(name),
            }
        }
        let query = String::from(query.to_string());
        let sign = if query.is_empty() { "" } else { "?" };
        let href = [document::path().as_str(), sign, &query, &location.hash().unwrap_or_default()].concat();
        // Our own origin is never refused.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href));
    }

    /// The path in the browser's address bar, as who follows it knows it.
    fn known_path(self) -> String {
        let path = document::path();
        if self.renamed.with_value(|renamed| renamed.as_ref() == Some(&path)) {
            return self.path.get_untracked();
        }
        self.renamed.set_value(None);
        path
    }

    fn read(self) {
        set(self.coming, Ok(self.known_path()));
        if self.arrival == Arrival::AtOnce || !self.is_leaving() {
            self.arrive();
        }
    }

    /// A plain press on a link of ours goes there; everything else is the browser's.
    fn follow(self, event: &MouseEvent) {
        let is_plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = pressed.and_then(|element| element.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
        if is_plain && !event.default_prevented() && is_ours(&link) {
            event.prevent_default();
            self.go(&[link.pathname(), link.search(), link.hash()].concat(), Step::Forward);
        }
    }
}

fn set(signal: RwSignal<String>, part: Result<String, JsValue>) {
    let part = part.unwrap_or_default();
    if signal.with_untracked(|before| *before != part) {
        signal.set(part);
    }
}

/// Leads to another page of this entry: not into the page itself, not out of it, not into a file.
fn is_ours(link: &HtmlAnchorElement) -> bool {
    let location = window().location();
    let is_here =
        location.pathname().is_ok_and(|path| path == link.pathname()) && location.search().is_ok_and(|query| query == link.search());
    let stays = is_here && !link.hash().is_empty();
    let leaves = !link.target().is_empty() || link.has_attribute("download") || link.rel().split(' ').any(|word| word == "external");
    !stays && !leaves && location.origin().is_ok_and(|origin| origin == link.origin())
}
