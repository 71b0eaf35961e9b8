//! Keys, a row each.

use super::book::ago;
use super::sure::{Of, use_sure};
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use api::connections::{ApiKey, Keys};

/// Those that were revoked stay: their batches are listed under them.
#[component]
pub(super) fn KeyList(keys: Signal<Keys>) -> Markup {
    let is_empty = Memo::new(move |_| keys.with(|keys| keys.keys.is_empty()));
    live(move || match is_empty.get() {
        true => view! { <p class="quiet">{t!(connections.keys.none)}</p> },
        false => view! {
            <ul class="connections__list">
                {each(move || keys.with(|keys| keys.keys.clone()), |key| format!("{} {}", key.id, key.revoked_at.is_some()), |key| view! { <Row key/> })}
            </ul>
        },
    })
}

#[component]
fn Row(key: ApiKey) -> Markup {
    let (i18n, sure) = (use_i18n(), use_sure());
    let ApiKey { id, name, created_at, last_used_at, revoked_at } = key;
    let is_revoked = revoked_at.is_some();
    let note = move || {
        let made = t_string!(i18n, connections.keys.made, when = ago(i18n, created_at));
        let used = match last_used_at {
            Some(at) => t_string!(i18n, connections.keys.used, when = ago(i18n, at)),
            None => t_string!(i18n, connections.keys.never).to_owned(),
        };
        format!("{made} · {used}")
    };
    let (shown, labelled, asked) = (name.clone(), name.clone(), name);
    let label = Signal::derive(move || t_string!(i18n, connections.keys.revoke_label, name = labelled.clone()));
    let end = match is_revoked {
        true => view! { <span class="quiet">{t!(connections.keys.revoked)}</span> },
        false => view! {
            <Button variant=Variant::Danger label=label on_press=move |_| sure.ask(Of::Key(id, asked.clone()))>{t!(connections.keys.revoke)}</Button>
        },
    };
    view! {
        <li class="connections__row" data-state=if is_revoked { "off" } else { "on" }>
            <div class="connections__words"><b>{shown}</b><span class="quiet">{note}</span></div>
            {end}
        </li>
    }
}
