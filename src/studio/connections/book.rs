//! What the page shows, and its acts: one at a time, each said when it is done, each refusal where it can be read.

use crate::browser::{clock, intl};
use crate::client::{Refusal, send};
use crate::i18n::{Words, language_of, use_i18n};
use crate::load::{Loading, use_load};
use crate::message;
use crate::prelude::*;
use crate::ui::notice::{Notice, Tone};
use crate::ui::toast::use_toasts;
use api::Endpoint;
use api::connections::list_deliveries::ListDeliveries;
use api::connections::list_keys::ListKeys;
use api::connections::list_webhooks::ListWebhooks;
use api::connections::{Deliveries, DeliveryState, Keys, Webhooks};
use domain::Instant;
use leptos::task::spawn_local;

/// Deliveries on the page.
const MOST: u32 = 50;

/// The page's lists and the act under way.
#[derive(Clone, Copy)]
pub(super) struct Book {
    store: StoredValue<String>,
    pub(super) keys: Loading<Keys>,
    pub(super) webhooks: Loading<Webhooks>,
    pub(super) dead: Loading<Deliveries>,
    /// The part whose act is under way.
    busy: RwSignal<Option<Part>>,
    trouble: RwSignal<Option<(Part, Refusal)>>,
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Keys,
    Webhooks,
    Dead,
}

pub(super) fn provide_book(store: String) {
    let (first, second, third) = (store.clone(), store.clone(), store.clone());
    provide_context(Book {
        store: StoredValue::new(store),
        keys: use_load(move || ListKeys { store: first.clone() }),
        webhooks: use_load(move || ListWebhooks { store: second.clone() }),
        dead: use_load(move || ListDeliveries { store: third.clone(), state: Some(DeliveryState::Dead), limit: Some(MOST) }),
        busy: RwSignal::new(None),
        trouble: RwSignal::new(None),
    });
}

pub(super) fn use_book() -> Book {
    expect_context()
}

impl Book {
    /// In links.
    pub fn store(self) -> String {
        self.store.with_value(String::clone)
    }

    /// Whether an act of this part is under way.
    pub fn is_busy(self, part: Part) -> Signal<bool> {
        Signal::derive(move || self.busy.get() == Some(part))
    }

    /// Asks for something; `done` gets the answer, and all lists are read anew.
    pub fn act<E>(self, part: Part, ask: E, done: impl FnOnce(E::Reply) + 'static)
    where
        E: Endpoint + 'static,
    {
        if self.busy.get_untracked().is_some() {
            return;
        }
        self.busy.set(Some(part));
        self.trouble.set(None);
        spawn_local(async move {
            let answer = send(ask).await;
            self.busy.try_set(None);
            match answer {
                Ok(reply) => {
                    done(reply);
                    self.keys.reload();
                    self.webhooks.reload();
                    self.dead.reload();
                }
                Err(refusal) => {
                    self.trouble.try_set(Some((part, refusal)));
                }
            }
        });
    }
}

/// Why the last act of a part was refused.
#[component]
pub(super) fn Trouble(part: Part) -> Markup {
    let (i18n, book) = (use_i18n(), use_book());
    live(move || {
        let refusal = book.trouble.get().filter(|(of, _)| *of == part).map(|(_, refusal)| refusal);
        refusal.map(|refusal| view! { <Notice tone=Tone::Warn>{move || message::act(i18n, &refusal)}</Notice> })
    })
}

/// Says that something is done.
pub(super) fn use_told() -> impl Fn(String) + Clone + 'static {
    let toasts = use_toasts();
    move |words| toasts.say(words)
}

/// "3 minutes ago".
pub(super) fn ago(i18n: Words, at: Instant) -> String {
    intl::relative(at, clock::now(), language_of(i18n.get_locale()))
}
