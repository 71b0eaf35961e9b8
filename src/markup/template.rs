//! Templates: HTML that the browser parses once and copies from then on.

use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlTemplateElement, Node};

/// One element of HTML, and the way to what is done in it: `d`own, `n`ext, `u`p, `!` here. `view!` makes both.
pub struct Template {
    /// Parsed by the browser.
    pub html: &'static str,
    /// Each `!` takes the next part.
    pub way: &'static str,
}

thread_local! {
    static PARSED: RefCell<BTreeMap<usize, Element>> = const { RefCell::new(BTreeMap::new()) };
}

impl Template {
    /// A fresh copy of its element. Pieces of a drawing are parsed inside one, else they would be unknown elements of a page.
    pub fn copy(&'static self, is_drawing: bool) -> Element {
        PARSED.with_borrow_mut(|parsed| {
            let original = parsed.entry(self.html.as_ptr().addr()).or_insert_with(|| parse(self.html, is_drawing));
            // Imported, not cloned: what a template holds belongs to another document, where pictures do not load.
            document().import_node_with_deep(original, true).expect("an element").unchecked_into()
        })
    }
}

fn parse(html: &str, is_drawing: bool) -> Element {
    let template: HtmlTemplateElement = document().create_element("template").expect("a template").unchecked_into();
    match is_drawing {
        true => template.set_inner_html(&["<svg>", html, "</svg>"].concat()),
        false => template.set_inner_html(html),
    }
    let outermost = template.content().first_element_child().expect("one element");
    match is_drawing {
        true => outermost.first_element_child().expect("one element"),
        false => outermost,
    }
}

/// Goes from an element through its nodes and stops at each that something is done to.
///
/// # Panics
/// When the browser reads the HTML as another tree than `view!` wrote.
pub fn walk(outermost: &Element, template: &Template, mut stop: impl FnMut(&Node)) {
    let mut at: Node = outermost.clone().unchecked_into();
    for step in template.way.bytes() {
        let next = match step {
            b'd' => at.first_child(),
            b'n' => at.next_sibling(),
            b'u' => at.parent_node(),
            _ => {
                stop(&at);
                continue;
            }
        };
        at = next.unwrap_or_else(|| panic!("the browser reads this in another way: {}", template.html));
    }
}

pub(super) fn document() -> Document {
    leptos::prelude::document()
}
