//! The element that a view made.

use super::Part;
use crate::signal::RwSignal;
use std::marker::PhantomData;
use wasm_bindgen::JsCast;
use web_sys::Element;

pub use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlVideoElement};

/// An element of a view, once it is built.
pub struct NodeRef<E = HtmlElement> {
    element: RwSignal<Option<Element>>,
    is: PhantomData<fn() -> E>,
}

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

impl<E> Default for NodeRef<E> {
    fn default() -> Self {
        Self { element: RwSignal::new(None), is: PhantomData }
    }
}

impl<E: JsCast> NodeRef<E> {
    /// For `node_ref=`.
    pub fn new() -> Self {
        Self::default()
    }

    /// The element; follows its coming.
    pub fn get(self) -> Option<E> {
        self.element.get().map(Element::unchecked_into)
    }

    /// The element, without following; `None` also when its view has ended.
    pub fn get_untracked(self) -> Option<E> {
        self.element.try_get_untracked().flatten().map(Element::unchecked_into)
    }
}

/// `node_ref=node`
pub fn reference<E>(node: NodeRef<E>) -> Part {
    Part::Reference(node.element)
}
