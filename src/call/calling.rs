//! The device's call: made once however often the line breaks, read by the device's own key.

use crate::browser::{clock, id, storage};
use crate::client::{Key, Refusal, Sending, send_with};
use crate::prelude::*;
use api::Code;
use api::call::Call;
use api::call::get_call::GetCall;
use api::call::make_call::MakeCall;
use api::call::withdraw_call::WithdrawCall;
use domain::Gtin;
use domain::call::{CallState, CallWish};
use domain::crockford::SlotCode;
use domain::ids::CallId;
use leptos::task::spawn_local;
use std::time::Duration;

/// The device's key, on this device alone.
const KEY: &str = "caller";
const TICK: Duration = Duration::from_secs(5);
/// The longest pause between two tries.
const PAUSE: Duration = Duration::from_secs(15);

/// Copying it copies handles.
#[derive(Clone, Copy)]
pub(super) struct Calling {
    /// The call, once it is known.
    pub call: RwSignal<Option<Call>>,
    /// What is typed and chosen; it outlives the form.
    pub words: RwSignal<String>,
    pub wish: RwSignal<CallWish>,
    /// An act is under way.
    pub busy: RwSignal<bool>,
    /// The line is away: it is sent when that is back.
    pub waits: RwSignal<bool>,
    /// What the last act was refused with.
    pub refusal: RwSignal<Option<Refusal>>,
    now: Signal<domain::Instant>,
    store: StoredValue<String>,
    /// The key of what was asked last: the same again is the same call.
    asked: StoredValue<Option<(String, Key)>>,
}

impl Calling {
    /// Goes on with a call that this device has made.
    pub fn new(store: String) -> Self {
        Self {
            call: RwSignal::new(None),
            words: RwSignal::new(String::new()),
            wish: RwSignal::new(CallWish::Question),
            busy: RwSignal::new(false),
            waits: RwSignal::new(false),
            refusal: RwSignal::new(None),
            now: clock::use_now(TICK),
            store: StoredValue::new(store),
            asked: StoredValue::new(None),
        }
    }

    /// Where the call is; `None` while there is none to show.
    pub fn stand(self) -> Option<CallState> {
        self.call.with(|call| call.as_ref().map(|call| call.state(self.now.get())))
    }

    /// Whether an event is about this device's call.
    pub fn is_mine(self, id: CallId) -> bool {
        self.call.with_untracked(|call| call.as_ref().is_some_and(|call| call.id == id))
    }

    /// Reads the call. One that was over before anybody looked is not shown.
    pub fn look(self) {
        let Some(token) = storage::local(KEY) else { return };
        let store = self.store.get_value();
        spawn_local(async move {
            if let Ok(call) = send_with(GetCall { store }, Sending { token: Some(token), ..Sending::default() }).await {
                let is_known =
                    self.call.try_with_untracked(|known| known.as_ref().is_some_and(|known| known.id == call.id)).unwrap_or(false);
                if is_known || call.state(clock::now()) != CallState::Closed {
                    self.call.try_set(Some(call));
                }
            }
        });
    }

    /// Calls. Tried again by itself until there is an answer.
    pub fn make(self, gtin: Option<Gtin>, slot: Option<SlotCode>) {
        if self.busy.get_untracked() {
            return;
        }
        let (wish, words, token) = (self.wish.get_untracked(), self.words.get_untracked(), device_key());
        let key = self.key(&format!("{wish:?} {gtin:?} {slot:?} {words}"));
        let ask = MakeCall { store: self.store.get_value(), token, slot, gtin, wish, words };
        self.busy.set(true);
        self.refusal.set(None);
        spawn_local(async move {
            let mut tries = 0;
            let answer = loop {
                match send_with(ask.clone(), Sending { key: Some(key), ..Sending::default() }).await {
                    // The page may be gone meanwhile: then nobody waits for it.
                    Err(Refusal::Offline) if self.waits.try_set(true) => clock::sleep(clock::back_off(tries, PAUSE)).await,
                    answer => break answer,
                }
                tries += 1;
            };
            self.end(answer);
        });
    }

    /// Needs nobody any more.
    pub fn withdraw(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refusal.set(None);
        let (store, token) = (self.store.get_value(), device_key());
        spawn_local(async move {
            self.end(send_with(WithdrawCall { store }, Sending { token: Some(token), ..Sending::default() }).await);
        });
    }

    /// Back to the form.
    pub fn again(self) {
        self.words.set(String::new());
        self.refusal.set(None);
        self.call.set(None);
    }

    fn end(self, answer: Result<Call, Refusal>) {
        self.busy.try_set(false);
        self.waits.try_set(false);
        match answer {
            Ok(call) => {
                self.asked.try_set_value(None);
                self.call.try_set(Some(call));
            }
            Err(refusal) => {
                // What was said no to is another act the next time.
                if matches!(refusal, Refusal::Problem(_)) && !refusal.is(Code::InProgress) {
                    self.asked.try_set_value(None);
                }
                self.refusal.try_set(Some(refusal));
            }
        }
    }

    fn key(self, asked: &str) -> Key {
        match self.asked.get_value() {
            Some((before, key)) if before == asked => key,
            _ => {
                let key = id::mint();
                self.asked.set_value(Some((asked.to_owned(), key)));
                key
            }
        }
    }
}

/// The key of this device, made at its first call.
fn device_key() -> String {
    storage::local(KEY).filter(|key| key.len() == 32).unwrap_or_else(|| {
        let key = id::key();
        storage::set_local(KEY, &key);
        key
    })
}
