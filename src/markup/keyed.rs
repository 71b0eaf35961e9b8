//! Lists whose items are known by a key: what stays is neither made anew nor moved without need.

use super::built::Built;
use super::{IntoMarkup, Markup};
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Node;

/// An item that is drawn when its key is new.
pub struct Keyed {
    key: String,
    draw: Box<dyn FnOnce() -> Markup>,
    /// The list's: an item's own is made when it is drawn.
    parent: Owner,
}

/// An item that stands. What its view owns ends with it.
pub(super) struct Row {
    key: String,
    pub(super) built: Built,
    owner: Owner,
}

impl Drop for Row {
    fn drop(&mut self) {
        // Tasks on their way hold the owner, too, and are told to stop only by this.
        self.owner.cleanup();
    }
}

/// Draws each item once, as long as its key is in the list.
pub fn each<T: 'static, K: ToString, V: IntoMarkup>(
    items: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> K + 'static,
    draw: impl Fn(T) -> V + 'static,
) -> Markup {
    let draw = Rc::new(draw);
    // The items' own: what stays must outlive the closure's next run.
    let parent = Owner::current().unwrap_or_default();
    super::live(move || {
        let keyed = |item: T| {
            let (key, draw) = (key(&item).to_string(), draw.clone());
            Keyed { key, draw: Box::new(move || draw(item).into_markup()), parent: parent.clone() }
        };
        Markup::Keyed(items().into_iter().map(keyed).collect())
    })
}

impl Keyed {
    fn build(self) -> Row {
        let Self { key, draw, parent } = self;
        let owner = parent.with(Owner::new);
        let built = owner.with(|| draw().build());
        Row { key, built, owner }
    }
}

pub(super) fn build_rows(items: Vec<Keyed>) -> Vec<Row> {
    items.into_iter().map(Keyed::build).collect()
}

pub(super) fn rebuild_rows(items: Vec<Keyed>, rows: &mut Vec<Row>, end: &Node) {
    let mut before: Vec<Option<Row>> = std::mem::take(rows).into_iter().map(Some).collect();
    for item in items {
        let stays = before.iter_mut().find(|row| row.as_ref().is_some_and(|row| row.key == item.key)).and_then(Option::take);
        rows.push(stays.unwrap_or_else(|| item.build()));
    }
    // Also the second of two with the same key.
    before.into_iter().flatten().for_each(|row| row.built.unmount());
    put_in_order(rows, end);
}

/// From the last to the first, each before its follower; who stands there already is not touched.
fn put_in_order(rows: &[Row], end: &Node) {
    let Some(parent) = end.parent_node() else { return };
    let mut follower = end.clone();
    for row in rows.iter().rev() {
        let first = row.built.first();
        if !is_followed_by(&row.built, &follower) {
            row.built.mount(&parent, Some(&follower));
        }
        follower = first;
    }
}

fn is_followed_by(built: &Built, follower: &Node) -> bool {
    let last = built.last();
    last.parent_node().is_some() && last.next_sibling().as_ref() == Some(follower)
}
