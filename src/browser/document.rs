//! The page around the program: title, language, what the server put there first.

use crate::prelude::*;
use leptos::ev;
use wasm_bindgen::JsCast;

/// `ko-KR`, `en-US`: the first of the browser's languages that is Korean or English.
pub fn preferred_language() -> Option<String> {
    let languages = window().navigator().languages();
    languages.iter().filter_map(|tag| tag.as_string()).find(|tag| tag.starts_with("ko") || tag.starts_with("en"))
}

/// `ko` or `en`, where the address asks for it (`?lang=en`): links in lists of results do.
pub fn asked_language() -> Option<String> {
    let query = window().location().search().ok()?;
    let asked = web_sys::UrlSearchParams::new_with_str(&query).ok()?.get("lang")?;
    ["ko", "en"].contains(&asked.as_str()).then_some(asked)
}

/// `<html lang>`.
pub fn set_language(tag: &str) {
    if let Some(root) = document().document_element() {
        // Only an illegal attribute name is refused.
        let _ = root.set_attribute("lang", tag);
    }
}

/// The tab's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// This page's origin host with its port: links to it are ours.
pub fn host() -> String {
    window().location().host().unwrap_or_default()
}

/// A path of ours with its origin: an address for others.
pub fn whole(path: &str) -> String {
    [window().location().origin().unwrap_or_default().as_str(), path].concat()
}

/// The page's path, as the browser writes it.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Path, query and hash.
pub fn address() -> String {
    let location = window().location();
    [location.pathname(), location.search(), location.hash()].map(Result::unwrap_or_default).concat()
}

/// `https://shop.example`: what an own path is written behind for a link to share.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Takes away what stood there before the program: the server's first content and the sentence of a late start.
pub fn clear_first() {
    for id in ["first", "late"] {
        if let Some(element) = document().get_element_by_id(id) {
            element.remove();
        }
    }
}

/// The reply that came with the page, where it answers a request of this address: told once, the next time it may be old.
pub fn take_first_reply(url: &str) -> Option<String> {
    let element =
        document().get_element_by_id("first-reply").filter(|element| element.get_attribute("data-path").as_deref() == Some(url))?;
    element.remove();
    element.text_content()
}

/// Moves the focus to the element with this id, and brings it into view.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that takes no focus is a mistake in the markup, not here.
        let _ = element.focus();
    }
}

/// Brings the whole element with this id into view, clear of what sticks at the edges (its `scroll-margin`); nothing moves
/// when it is there already.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Whether the element with this id has the focus.
pub fn has_focus(id: &str) -> bool {
    document().active_element().is_some_and(|element| element.id() == id)
}

/// Moves the focus to the first of these elements that stands on the page.
pub fn focus_first(ids: &[String]) {
    if let Some(id) = ids.iter().find(|id| document().get_element_by_id(id).is_some()) {
        focus(id);
    }
}

/// One step back.
pub fn back() {
    if let Ok(history) = window().history() {
        // Where there is no step, the visitor stays.
        let _ = history.back();
    }
}

/// Loads the page anew.
pub fn reload() {
    // Only a page without a window refuses.
    let _ = window().location().reload();
}

/// Whether the browser believes to have a network.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Calls back when the network is there again, or the page is looked at again, while the owner lives.
pub fn on_return(callback: impl Fn() + Clone + 'static) {
    let seen = callback.clone();
    let online = window_event_listener(ev::online, move |_| callback());
    let shown = window_event_listener_untyped("pageshow", move |_| seen());
    on_cleanup(move || {
        online.remove();
        shown.remove();
    });
}

/// Calls back when a letter or digit is typed (or scanned by a reader that types) while no field has the focus, so that a
/// field can take it: the letter itself lands where the focus is by then.
pub fn on_typing(callback: impl Fn() + 'static) {
    let typed = window_event_listener(ev::keydown, move |event| {
        let is_letter = event.key().chars().count() == 1 && event.key() != " ";
        let is_shortcut = event.ctrl_key() || event.meta_key() || event.alt_key();
        if is_letter && !is_shortcut && !is_in_field() {
            callback();
        }
    });
    on_cleanup(move || typed.remove());
}

/// Whether a field, or anything inside a dialog, has the focus.
fn is_in_field() -> bool {
    document().active_element().is_some_and(|element| element.matches("input, textarea, select, dialog *").unwrap_or(false))
}

/// Prints the page.
pub fn print() {
    // A browser without a printer dialog does nothing.
    let _ = window().print();
}
