//! What the parts of the page share, and the one way in which an act is done.

use super::choosing::Choosing;
use crate::client::{Refusal, Sending, send_with};
use crate::load::Loading;
use crate::prelude::*;
use crate::session::{Staff, use_staff};
use crate::ui::toast::{Toaster, use_toasts};
use api::curation::Curation;
use api::{Code, Endpoint};
use domain::ids::CollectionId;
use leptos::task::spawn_local;

/// The collection that is edited.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    store: StoredValue<String>,
    /// `None` for one that is not there yet.
    pub id: Option<CollectionId>,
    pub curation: Loading<Curation>,
    pub busy: RwSignal<bool>,
    pub refusal: RwSignal<Option<Refusal>>,
    pub choosing: Choosing,
    pub toasts: Toaster,
    staff: Staff,
}

pub(super) fn provide_editor(store: String, id: Option<CollectionId>, curation: Loading<Curation>) -> Editor {
    let editor = Editor {
        store: StoredValue::new(store),
        id,
        curation,
        busy: RwSignal::new(false),
        refusal: RwSignal::new(None),
        choosing: Choosing::new(),
        toasts: use_toasts(),
        staff: use_staff(),
    };
    provide_context(editor);
    editor
}

pub(super) fn use_editor() -> Editor {
    expect_context()
}

impl Editor {
    /// The store, in links.
    pub fn store(self) -> String {
        self.store.get_value()
    }

    /// The version that the page shows.
    pub fn version(self) -> Option<u32> {
        self.curation.value().with_untracked(|set| set.as_ref().map(|set| set.version))
    }

    /// Sends a command that answers with the collection; `done` follows when it was carried out. One at a time.
    pub fn act<E>(self, ask: E, done: impl FnOnce() + 'static)
    where
        E: Endpoint<Reply = Curation> + 'static,
    {
        self.send(ask, move |curation| {
            self.curation.set(curation);
            done();
        });
    }

    /// Sends a command.
    pub fn send<E: Endpoint + 'static>(self, ask: E, done: impl FnOnce(E::Reply) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refusal.set(None);
        let how = Sending { version: self.version().filter(|_| E::VERSIONED), ..Sending::default() };
        spawn_local(async move {
            let answer = send_with(ask, how).await;
            // The page may have been left meanwhile.
            if !self.busy.try_set(false) {
                return;
            }
            match answer {
                Ok(reply) => done(reply),
                Err(refusal) => self.refuse(refusal),
            }
        });
    }

    /// Says why not; what has changed in between is read anew.
    pub fn refuse(self, refusal: Refusal) {
        if refusal.is(Code::SignInNeeded) {
            self.staff.left();
        }
        if refusal.is(Code::Stale) || refusal.is(Code::NoSuchTask) {
            self.curation.reload();
        }
        self.refusal.set(Some(refusal));
    }
}
