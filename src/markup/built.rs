//! Markup that stands in the page, and how the next markup takes its place.

use super::event::Listener;
use super::keyed::{Row, build_rows, rebuild_rows};
use super::template::{Template, document, walk};
use super::value::{Placed, Target};
use super::{Filled, Markup, Part};
use crate::signal::leave;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

/// Markup that stands in the page, or is about to.
pub(super) enum Built {
    /// An empty comment keeps the place.
    Nothing(Node),
    Text(Text, String),
    Element(Box<Standing>),
    /// The items, then an empty comment.
    List(Vec<Built>, Node),
    /// The same of keyed items.
    Keyed(Vec<Row>, Node),
    Live(Follow),
}

/// What a live part shows. Dropped, all of it ends at once: the effect alone would live until its next turn, and what stands in it would
/// run once more after its owner has gone.
pub(super) struct Follow(RenderEffect<Built>);

impl Drop for Follow {
    fn drop(&mut self) {
        leave(&self.0);
        drop(self.0.take_value());
    }
}

impl Follow {
    fn with<R>(&self, read: impl FnOnce(&mut Built) -> R) -> Option<R> {
        self.0.with_value_mut(read)
    }
}

/// An element with what follows changes in it. Dropped, it follows nothing any more.
pub(super) struct Standing {
    template: &'static Template,
    element: Element,
    parts: Vec<(Done, Node)>,
}

enum Done {
    Value(Placed),
    Event { _listener: Listener },
    Reference,
    Child(Built),
}

impl Markup {
    pub(super) fn build(self) -> Built {
        match self {
            Markup::Nothing => Built::Nothing(place_keeper()),
            Markup::Words(words) => text(words.to_owned()),
            Markup::Text(words) => text(words),
            Markup::Element(filled) => Built::Element(Box::new(filled.build())),
            Markup::List(items) => Built::List(items.into_iter().map(Markup::build).collect(), place_keeper()),
            Markup::Keyed(items) => Built::Keyed(build_rows(items), place_keeper()),
            Markup::Live(mut make) => Built::Live(Follow(RenderEffect::new(move |before| {
                let markup = make();
                match before {
                    Some(mut built) => {
                        markup.rebuild(&mut built);
                        built
                    }
                    None => markup.build(),
                }
            }))),
        }
    }

    /// Takes the place of `built`, keeping its nodes where the shape is the same.
    pub(super) fn rebuild(self, built: &mut Built) {
        match (self, &mut *built) {
            (Markup::Nothing, Built::Nothing(_)) => {}
            (Markup::Words(words), Built::Text(node, before)) => change(node, before, words.to_owned()),
            (Markup::Text(words), Built::Text(node, before)) => change(node, before, words),
            (Markup::Element(filled), Built::Element(standing)) if filled.is_like(standing) => filled.rebuild(standing),
            (Markup::List(items), Built::List(before, end)) => rebuild_list(items, before, end),
            (Markup::Keyed(items), Built::Keyed(before, end)) => rebuild_rows(items, before, end),
            (other, _) => replace(other.build(), built),
        }
    }
}

impl Filled {
    fn build(self) -> Standing {
        let Self { template, is_drawing, parts } = self;
        let element = template.copy(is_drawing);
        // The whole way first: what is done at one node must not move the next.
        let mut nodes = Vec::with_capacity(parts.len());
        walk(&element, template, |node| nodes.push(node.clone()));
        let parts = parts.into_iter().zip(nodes).map(|(part, node)| (part.done(&node, None), node)).collect();
        Standing { template, element, parts }
    }

    fn is_like(&self, standing: &Standing) -> bool {
        // The same text may stand for two templates.
        let (one, other) = (self.template, standing.template);
        std::ptr::eq(one.html, other.html) && one.way == other.way && self.parts.len() == standing.parts.len()
    }

    fn rebuild(self, standing: &mut Standing) {
        let before = std::mem::take(&mut standing.parts);
        let parts = self.parts.into_iter().zip(before).map(|(part, (before, node))| (part.done(&node, Some(before)), node));
        standing.parts = parts.collect();
    }
}

impl Part {
    /// Does it at a node, where `before` was done.
    fn done(self, node: &Node, before: Option<Done>) -> Done {
        let element = || node.unchecked_ref::<Element>();
        match self {
            Part::Attribute(name, value) => Done::Value(value.place(element(), Target::Attribute, name, placed(before))),
            Part::Property(name, value) => Done::Value(value.place(element(), Target::Property, name, placed(before))),
            Part::Style(name, value) => Done::Value(value.place(element(), Target::Style, name, placed(before))),
            Part::Event(listen) => {
                drop(before);
                Done::Event { _listener: listen.place(element()) }
            }
            Part::Reference(reference) => {
                // Told once: the element stays.
                if before.is_none() {
                    reference.set(Some(element().clone()));
                }
                Done::Reference
            }
            Part::Child(markup) => match before {
                Some(Done::Child(mut built)) => {
                    markup.rebuild(&mut built);
                    Done::Child(built)
                }
                _ => {
                    let built = markup.build();
                    if let Some(parent) = node.parent_node() {
                        built.mount(&parent, Some(node));
                    }
                    Done::Child(built)
                }
            },
        }
    }
}

fn placed(before: Option<Done>) -> Option<Placed> {
    match before {
        Some(Done::Value(placed)) => Some(placed),
        _ => None,
    }
}

impl Built {
    /// Puts its nodes into a parent, before a node or at the end.
    pub(super) fn mount(&self, parent: &Node, before: Option<&Node>) {
        let put = |node: &Node| drop(parent.insert_before(node, before));
        match self {
            Built::Nothing(node) => put(node),
            Built::Text(node, _) => put(node),
            Built::Element(standing) => put(&standing.element),
            Built::List(items, end) => {
                items.iter().for_each(|item| item.mount(parent, before));
                put(end);
            }
            Built::Keyed(rows, end) => {
                rows.iter().for_each(|row| row.built.mount(parent, before));
                put(end);
            }
            Built::Live(effect) => drop(effect.with(|built| built.mount(parent, before))),
        }
    }

    /// Takes its nodes out of the page.
    pub(super) fn unmount(&self) {
        match self {
            Built::Nothing(node) => remove(node),
            Built::Text(node, _) => node.remove(),
            Built::Element(standing) => standing.element.remove(),
            Built::List(items, end) => {
                items.iter().for_each(Built::unmount);
                remove(end);
            }
            Built::Keyed(rows, end) => {
                rows.iter().for_each(|row| row.built.unmount());
                remove(end);
            }
            Built::Live(effect) => drop(effect.with(|built| built.unmount())),
        }
    }

    /// Its first node: every markup has one.
    pub(super) fn first(&self) -> Node {
        match self {
            Built::Nothing(node) => node.clone(),
            Built::Text(node, _) => node.clone().unchecked_into(),
            Built::Element(standing) => standing.element.clone().unchecked_into(),
            Built::List(items, end) => items.first().map_or_else(|| end.clone(), Built::first),
            Built::Keyed(rows, end) => rows.first().map_or_else(|| end.clone(), |row| row.built.first()),
            Built::Live(effect) => effect.with(|built| built.first()).expect("a live part is built at once"),
        }
    }
}

impl Built {
    /// Its last node.
    pub(super) fn last(&self) -> Node {
        match self {
            Built::Nothing(node) | Built::List(_, node) | Built::Keyed(_, node) => node.clone(),
            Built::Live(effect) => effect.with(|built| built.last()).expect("a live part is built at once"),
            _ => self.first(),
        }
    }
}

pub(super) fn place_keeper() -> Node {
    document().create_comment("").unchecked_into()
}

pub(super) fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        // It is a child: its parent was asked just now.
        let _ = parent.remove_child(node);
    }
}

fn text(words: String) -> Built {
    Built::Text(document().create_text_node(&words), words)
}

fn change(node: &Text, before: &mut String, words: String) {
    if *before != words {
        node.set_data(&words);
        *before = words;
    }
}

/// Another shape: the new one goes before the old one, which goes.
fn replace(new: Built, built: &mut Built) {
    let first = built.first();
    if let Some(parent) = first.parent_node() {
        new.mount(&parent, Some(&first));
    }
    built.unmount();
    *built = new;
}

fn rebuild_list(items: Vec<Markup>, before: &mut Vec<Built>, end: &Node) {
    while before.len() > items.len() {
        before.pop().expect("longer than the items").unmount();
    }
    for (index, item) in items.into_iter().enumerate() {
        match before.get_mut(index) {
            Some(built) => item.rebuild(built),
            None => {
                let built = item.build();
                if let Some(parent) = end.parent_node() {
                    built.mount(&parent, Some(end));
                }
                before.push(built);
            }
        }
    }
}
