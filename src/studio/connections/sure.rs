//! What cannot be undone is asked once more.

use super::book::{Part, Trouble, use_book, use_told};
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::dialog::Dialog;
use api::connections::remove_webhook::RemoveWebhook;
use api::connections::revoke_key::RevokeKey;
use domain::ids::{KeyId, WebhookId};

/// Whether it is open, and for what.
#[derive(Clone, Copy)]
pub(super) struct Sure {
    is_open: RwSignal<bool>,
    of: RwSignal<Option<Of>>,
}

/// What is taken away.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Of {
    /// A key, with its name.
    Key(KeyId, String),
    /// A webhook, with its address.
    Webhook(WebhookId, String),
}

pub(super) fn provide_sure() {
    provide_context(Sure { is_open: RwSignal::new(false), of: RwSignal::new(None) });
}

pub(super) fn use_sure() -> Sure {
    expect_context()
}

impl Sure {
    /// Asks.
    pub fn ask(self, of: Of) {
        self.of.set(Some(of));
        self.is_open.set(true);
    }
}

impl Of {
    fn part(&self) -> Part {
        match self {
            Self::Key(..) => Part::Keys,
            Self::Webhook(..) => Part::Webhooks,
        }
    }
}

/// The dialog.
#[component]
pub(super) fn SureDialog() -> Markup {
    let (i18n, sure) = (use_i18n(), use_sure());
    let title = Signal::derive(move || match sure.of.get() {
        Some(Of::Key(_, name)) => t_string!(i18n, connections.keys.sure, name = name),
        Some(Of::Webhook(..)) => t_string!(i18n, connections.webhooks.sure).to_owned(),
        None => String::new(),
    });
    view! { <Dialog open=sure.is_open title>{move || sure.of.get().map(|of| view! { <Question of/> })}</Dialog> }
}

#[component]
fn Question(of: Of) -> Markup {
    let (i18n, book, sure, told) = (use_i18n(), use_book(), use_sure(), use_told());
    let part = of.part();
    let (lead, go) = (of.clone(), of.clone());
    let lead = move || match &lead {
        Of::Key(..) => t_string!(i18n, connections.keys.sure_lead).to_owned(),
        Of::Webhook(_, url) => t_string!(i18n, connections.webhooks.sure_lead, url = url.clone()),
    };
    let words = match &of {
        Of::Key(..) => t!(connections.keys.revoke),
        Of::Webhook(..) => t!(connections.webhooks.remove),
    };
    let press = move |_: leptos::ev::MouseEvent| {
        let (store, told) = (book.store(), told.clone());
        match &go {
            Of::Key(key, _) => book.act(part, RevokeKey { store, key: *key }, move |_| {
                sure.is_open.set(false);
                told(t_string!(i18n, connections.keys.told).to_owned());
            }),
            Of::Webhook(webhook, _) => book.act(part, RemoveWebhook { store, webhook: *webhook }, move |()| {
                sure.is_open.set(false);
                told(t_string!(i18n, connections.webhooks.told_removed).to_owned());
            }),
        }
    };
    view! {
        <div class="sheet">
            <p>{lead}</p>
            <Trouble part/>
            <Button variant=Variant::Danger busy=book.is_busy(part) on_press=press>{words}</Button>
        </div>
    }
}
