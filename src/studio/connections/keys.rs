//! Keys: a form for a new one, and those there are.

use super::book::{Part, Trouble, use_book};
use super::key_list::KeyList;
use super::once::Once;
use crate::browser::document;
use crate::i18n::{t, t_string, use_i18n};
use crate::load::Loaded;
use crate::message;
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::field::Field;
use crate::ui::skeleton::LinesSkeleton;
use api::connections::add_key::AddKey;
use api::error::FieldProblem;

const NAME: &str = "key-name";

/// The part.
#[component]
pub(super) fn Keys() -> Markup {
    let book = use_book();
    let secret = RwSignal::new(None);
    view! {
        <section class="connections__part" aria-labelledby="connections-keys">
            <h2 id="connections-keys">{t!(connections.keys.title)}</h2>
            <Once lead=t!(connections.once.key) secret/>
            <NewKey secret/>
            <Loaded load=book.keys skeleton=|| view! { <LinesSkeleton count=2/> } let:keys><KeyList keys/></Loaded>
        </section>
    }
}

#[component]
fn NewKey(secret: RwSignal<Option<String>>) -> Markup {
    let (i18n, book) = (use_i18n(), use_book());
    let (name, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let missing = Signal::derive(move || {
        let is_missing = tried.get() && name.with(|name| name.trim().is_empty());
        is_missing.then(|| message::field(i18n, FieldProblem::Missing).to_owned())
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if name.with_untracked(|name| name.trim().is_empty()) {
            return document::focus(NAME);
        }
        book.act(Part::Keys, AddKey { store: book.store(), name: name.get_untracked() }, move |made| {
            secret.set(Some(made.secret));
            name.set(String::new());
            tried.set(false);
        });
    };
    let hint = Signal::derive(move || Some(t_string!(i18n, connections.keys.hint).to_owned()));
    view! {
        <form class="connections__form" on:submit=submit novalidate=true>
            <Field id=NAME label=t!(connections.keys.name) value=name hint error=missing at_most=80/>
            <Trouble part=Part::Keys/>
            <Button submit=true busy=book.is_busy(Part::Keys)>{t!(connections.keys.add)}</Button>
        </form>
    }
}
