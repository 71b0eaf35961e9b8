//! The way into the page.

use super::Markup;
use super::built::Built;
use super::template::document;
use any_spawner::Executor;
use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts markup at the end of the page's body, for good.
pub fn mount(make: impl FnOnce() -> Markup) {
    let body = document().body().expect("the page has a body");
    std::mem::forget(mount_to(&body, make));
}

/// Puts markup at the end of an element; dropped, it is gone with all that it owns.
pub fn mount_to(element: &HtmlElement, make: impl FnOnce() -> Markup) -> Mounted {
    // An error says that one runs already, which is as good.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let built = owner.with(|| make().build());
    built.mount(element.unchecked_ref(), None);
    Mounted { built, owner }
}

/// Markup in the page.
pub struct Mounted {
    built: Built,
    owner: Owner,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.built.unmount();
        self.owner.cleanup();
    }
}
