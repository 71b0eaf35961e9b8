//! What a screen is made of. `view!` gives a [`Markup`]: data that one piece of code builds, and holds against what stood there before.
//!
//! Reactive parts are closures, boxed where they enter: whatever runs them is compiled once, not once a view (docs/decisions/0006).
//! What is made again in the same shape keeps its nodes, so focus and scrolling stay. Absent: rendering on a server.

mod built;
mod event;
mod keyed;
mod mount;
mod reference;
mod template;
mod value;

pub use ::markup::view;
pub use event::event;
pub use keyed::{Keyed, each};
pub use mount::{Mounted, mount, mount_to};
pub use reference::{HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlVideoElement, NodeRef, reference};
pub use template::Template;
pub use value::{IntoValue, Value, attribute, property, style};

use crate::prelude::*;
use event::Listen;
use std::rc::Rc;
use web_sys::Element;

/// A part of a screen.
#[derive(Default)]
pub enum Markup {
    /// Nothing to see.
    #[default]
    Nothing,
    /// Words that the program knows.
    Words(&'static str),
    /// Words that it makes.
    Text(String),
    /// An element.
    Element(Box<Filled>),
    /// Several side by side.
    List(Vec<Markup>),
    /// Several side by side, each known by its key.
    Keyed(Vec<Keyed>),
    /// Made anew whenever what it reads changes.
    Live(Box<dyn FnMut() -> Markup>),
}

/// A template with what fills it.
pub struct Filled {
    template: &'static Template,
    /// The template's outermost element belongs to a drawing.
    is_drawing: bool,
    parts: Vec<Part>,
}

/// What is done to one node of a template.
pub enum Part {
    /// A named attribute.
    Attribute(&'static str, Value),
    /// A named property, for what a visitor changes as well: `checked`, `value`.
    Property(&'static str, Value),
    /// A named style, set where the policy against inline styles allows it.
    Style(&'static str, Value),
    /// Hears an event.
    Event(Listen),
    /// Is told the element.
    Reference(RwSignal<Option<Element>>),
    /// Stands before the node, which is an empty comment.
    Child(Markup),
}

/// An element, from its template.
pub fn element(template: &'static Template, parts: Vec<Part>) -> Markup {
    Markup::Element(Box::new(Filled { template, is_drawing: false, parts }))
}

/// A piece of a drawing, from its template.
pub fn drawing(template: &'static Template, parts: Vec<Part>) -> Markup {
    Markup::Element(Box::new(Filled { template, is_drawing: true, parts }))
}

/// Several side by side.
pub fn list(items: Vec<Markup>) -> Markup {
    Markup::List(items)
}

/// Made anew whenever what it reads changes.
pub fn live<V: IntoMarkup>(mut make: impl FnMut() -> V + 'static) -> Markup {
    Markup::Live(Box::new(move || make().into_markup()))
}

/// What stands inside a component, once.
pub type Children = Box<dyn FnOnce() -> Markup>;

/// What stands inside a component, made as often as it likes.
pub type ChildrenFn = Rc<dyn Fn() -> Markup>;

/// How `view!` hands children over.
pub trait ToChildren<F> {
    /// From the closure that makes them.
    fn to_children(make: F) -> Self;
}

impl<F: FnOnce() -> Markup + 'static> ToChildren<F> for Children {
    fn to_children(make: F) -> Self {
        Box::new(make)
    }
}

impl<F: Fn() -> Markup + 'static> ToChildren<F> for ChildrenFn {
    fn to_children(make: F) -> Self {
        Rc::new(make)
    }
}

/// Something that can be drawn later: a property that takes a closure.
#[derive(Clone)]
pub struct Draw(ChildrenFn);

impl Draw {
    /// Draws it.
    pub fn run(&self) -> Markup {
        (self.0)()
    }
}

impl Default for Draw {
    fn default() -> Self {
        Self(Rc::new(|| Markup::Nothing))
    }
}

impl<F, V> From<F> for Draw
where
    F: Fn() -> V + 'static,
    V: IntoMarkup,
{
    fn from(draw: F) -> Self {
        Self(Rc::new(move || draw().into_markup()))
    }
}

/// What may stand between braces in `view!`.
pub trait IntoMarkup {
    /// As markup.
    fn into_markup(self) -> Markup;
}

impl IntoMarkup for Markup {
    fn into_markup(self) -> Markup {
        self
    }
}

impl IntoMarkup for () {
    fn into_markup(self) -> Markup {
        Markup::Nothing
    }
}

impl IntoMarkup for &'static str {
    fn into_markup(self) -> Markup {
        Markup::Words(self)
    }
}

impl IntoMarkup for String {
    fn into_markup(self) -> Markup {
        Markup::Text(self)
    }
}

macro_rules! numbers {
    ($($number:ty)*) => { $(
        impl IntoMarkup for $number {
            fn into_markup(self) -> Markup {
                Markup::Text(self.to_string())
            }
        }
    )* };
}

numbers! { u8 u16 u32 usize i32 }

impl<V: IntoMarkup> IntoMarkup for Option<V> {
    fn into_markup(self) -> Markup {
        self.map_or(Markup::Nothing, V::into_markup)
    }
}

impl<V: IntoMarkup> IntoMarkup for Vec<V> {
    fn into_markup(self) -> Markup {
        Markup::List(self.into_iter().map(V::into_markup).collect())
    }
}

impl<F, V> IntoMarkup for F
where
    F: FnMut() -> V + 'static,
    V: IntoMarkup,
{
    fn into_markup(self) -> Markup {
        live(self)
    }
}

macro_rules! signals {
    ($($signal:ident)*) => { $(
        impl<T> IntoMarkup for $signal<T>
        where
            T: IntoMarkup + Clone + 'static,
        {
            fn into_markup(self) -> Markup {
                live(move || self.get())
            }
        }
    )* };
}

signals! { Signal Memo RwSignal }

/// An iterator's items, side by side.
pub trait CollectView {
    /// As markup.
    fn collect_view(self) -> Markup;
}

impl<I> CollectView for I
where
    I: IntoIterator,
    I::Item: IntoMarkup,
{
    fn collect_view(self) -> Markup {
        Markup::List(self.into_iter().map(IntoMarkup::into_markup).collect())
    }
}
