//! A place in the page for one test.

use std::time::Duration;
use vitrine::browser::clock;
use vitrine::markup::{Markup, Mounted, mount_to};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Mounted into a fresh element of the page; gone when dropped.
pub struct Stage {
    root: HtmlElement,
    _mounted: Mounted,
}

/// Shows markup.
pub fn stage(make: impl FnOnce() -> Markup) -> Stage {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let root: HtmlElement = document.create_element("div").expect("an element").unchecked_into();
    document.body().expect("a body").append_child(&root).expect("a place");
    let mounted = mount_to(&root, make);
    Stage { root, _mounted: mounted }
}

impl Stage {
    /// All that can be read.
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// The first element that a selector finds.
    pub fn find(&self, selector: &str) -> Element {
        self.try_find(selector).unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html()))
    }

    /// The same where there may be none.
    pub fn try_find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).expect("a selector")
    }

    /// Presses the first element that a selector finds.
    pub fn press(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
    }
}

/// Effects run after the present task, and some wake others: looks again, turn by turn, until `is_so`.
pub async fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..500 {
        if is_so() {
            return;
        }
        clock::sleep(Duration::from_millis(4)).await;
    }
    panic!("never came: {what}");
}
