//! Decisions on their way, and the way back from the last one.

use super::tab::{Tab, use_tab};
use crate::browser::announcer::{Announcer, use_announcer};
use crate::browser::document;
use crate::client::{Refusal, send};
use crate::i18n::{Sentence, Words, t, use_i18n};
use crate::load::{Loading, use_load};
use crate::message;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::{Notice, Tone};
use api::review::list_moderation::ListModeration;
use api::review::moderate::Moderate;
use api::review::{Moderation, Subjected};
use domain::reviews::{Act, ReportReason, Subject};
use leptos::task::spawn_local;

/// Copies handles.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub load: Loading<Moderation>,
    store: StoredValue<String>,
    /// The subject whose decision is on its way.
    busy: RwSignal<Option<String>>,
    done: RwSignal<Option<Done>>,
    failed: RwSignal<Option<Refusal>>,
    announcer: Announcer,
    i18n: Words,
    tab: Memo<Tab>,
}

/// What was decided last.
#[derive(Clone)]
struct Done {
    subject: Subject,
    id: String,
    act: Act,
}

impl Desk {
    pub fn new(store: String) -> Self {
        let store = StoredValue::new(store);
        Self {
            load: use_load(move || ListModeration { store: store.get_value() }),
            store,
            busy: RwSignal::new(None),
            done: RwSignal::new(None),
            failed: RwSignal::new(None),
            announcer: use_announcer(),
            i18n: use_i18n(),
            tab: use_tab(),
        }
    }

    /// Whether this one's decision is on its way.
    pub fn is_busy(self, id: &str) -> bool {
        self.busy.with(|busy| busy.as_deref() == Some(id))
    }

    /// Decides about something.
    pub fn decide(self, what: &Subjected, act: Act, reason: Option<ReportReason>) {
        self.send(Done { subject: what.subject, id: what.id.clone(), act }, reason);
    }

    fn send(self, done: Done, reason: Option<ReportReason>) {
        if self.busy.with_untracked(Option::is_some) {
            return;
        }
        self.busy.set(Some(done.id.clone()));
        self.failed.set(None);
        let ask = Moderate { store: self.store.get_value(), subject: done.subject, id: done.id.clone(), act: done.act, reason };
        spawn_local(async move {
            let answer = send(ask).await;
            self.busy.try_set(None);
            match answer {
                Ok(queue) => {
                    self.announcer.say(self.i18n.plain(done.words()));
                    self.done.try_set(Some(done));
                    self.load.set(queue);
                    // The card that was pressed has gone.
                    document::focus(&format!("tab-{}", self.tab.get_untracked().name()));
                }
                Err(refusal) => {
                    self.failed.try_set(Some(refusal));
                }
            }
        });
    }
}

impl Done {
    fn words(&self) -> Sentence {
        match (self.act, self.subject) {
            (Act::Hide, _) => t!(moderation.done.hide),
            (Act::Keep, Subject::Line) => t!(moderation.done.line),
            (Act::Keep, Subject::Review) => t!(moderation.done.keep),
            (Act::Show, _) => t!(moderation.done.show),
        }
    }
}

/// What was done, with its undo; or why it was not.
#[component]
pub(super) fn Told(desk: Desk) -> Markup {
    let i18n = use_i18n();
    let undo = move |done: Done| {
        let press = move |_| desk.send(Done { act: Act::Show, ..done.clone() }, None);
        view! { <Button variant=Variant::Quiet on_press=press>{t!(moderation.undo)}</Button> }
    };
    live(move || match (desk.failed.get(), desk.done.get()) {
        (Some(refusal), _) => view! { <Notice tone=Tone::Warn>{message::act(i18n, &refusal)}</Notice> },
        (None, Some(done)) => {
            let words = done.words();
            let undo = (done.act == Act::Hide).then(|| undo(done));
            view! { <Notice tone=Tone::Good><div class="moderation__told"><span>{words}</span>{undo}</div></Notice> }
        }
        (None, None) => Markup::Nothing,
    })
}
