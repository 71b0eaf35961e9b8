//! The page's address as signals, and links and steps that change it without fetching another page.
//!
//! Absent: nested routes, guards, transitions. `route` reads the path in one place, so a router has nothing left to do
//! (docs/decisions/0006).

use crate::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent, UrlSearchParams};

/// Where the visitor is.
#[derive(Clone, Copy)]
pub struct Address {
    path: RwSignal<String>,
    query: RwSignal<String>,
    hash: RwSignal<String>,
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
pub fn provide_address() {
    let empty = || RwSignal::new(String::new());
    let address = Address { path: empty(), query: empty(), hash: empty() };
    address.read();
    provide_context(address);
    window_event_listener_untyped("popstate", move |_| address.read());
    window_event_listener_untyped("click", move |event| address.follow(event.unchecked_ref()));
}

/// The address.
pub fn use_address() -> Address {
    expect_context()
}

impl Address {
    /// `/s/hongdae`, percent-encoded as the browser writes it.
    pub fn path(self) -> Signal<String> {
        self.path.into()
    }

    /// `#results`, or nothing.
    pub fn hash(self) -> Signal<String> {
        self.hash.into()
    }

    /// A value of the query, decoded. Follows it.
    pub fn query(self, name: &str) -> Option<String> {
        self.query.with(|query| UrlSearchParams::new_with_str(query).ok()?.get(name))
    }

    /// Goes to a path of ours, with its query and hash.
    pub fn go(self, href: &str, step: Step) {
        let Ok(history) = window().history() else { return };
        // Our own origin is never refused.
        let _ = match step {
            Step::Forward => history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(href)),
            Step::InPlace => history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(href)),
        };
        self.read();
        if step == Step::Forward {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    fn read(self) {
        let location = window().location();
        // Who follows one of them should find the others as new.
        let parts = [(self.hash, location.hash()), (self.query, location.search()), (self.path, location.pathname())];
        for (signal, part) in parts {
            let part = part.unwrap_or_default();
            if signal.with_untracked(|before| *before != part) {
                signal.set(part);
            }
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

/// Leads to another page of this entry: not into the page itself, not out of it, not into a file.
fn is_ours(link: &HtmlAnchorElement) -> bool {
    let location = window().location();
    let is_here =
        location.pathname().is_ok_and(|path| path == link.pathname()) && location.search().is_ok_and(|query| query == link.search());
    let stays = is_here && !link.hash().is_empty();
    let leaves = !link.target().is_empty() || link.has_attribute("download") || link.rel().split(' ').any(|word| word == "external");
    !stays && !leaves && location.origin().is_ok_and(|origin| origin == link.origin())
}
