//! What the parts of the page share, and the one way in which an act is done.

use super::queue::{self, Answers};
use super::reader::Reader;
use super::tab::Tab;
use super::trouble::Trouble;
use crate::browser::announcer::{Announcer, use_announcer};
use crate::browser::{clock, document, sound};
use crate::client::{Refusal, Sending, send_with};
use crate::load::{Loading, use_load};
use crate::prelude::*;
use crate::route::{Route, use_replace};
use crate::session::{Staff, use_staff};
use crate::ui::toast::{Toaster, use_toasts};
use api::count::CountTask;
use api::pickup::{Pickup, Queue, list_pickups::ListPickups};
use api::store::Store;
use api::store::get_store::GetStore;
use api::{Code, Endpoint};
use domain::ids::{PersonId, PutbackId, ReservationId, VariantId};
use domain::{Gtin, Instant, Span, Text};
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// Promises are told in minutes.
const TICK: Duration = Duration::from_secs(10);

/// Which act is under way: its button turns, the others wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Accept,
    Unaccept,
    Pick,
    Unpick,
    Short,
    Ready,
    Reject,
    Find,
    Collect,
    Extend,
    Resend,
    Tell,
    PutBack,
    Count,
    TakeInHand,
    Stock,
    Own,
    Note,
    Call,
    Pause,
}

/// Where a scanned unit went.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Put {
    pub title: Text,
    pub number: Option<u32>,
    pub picked: u32,
    pub held: u32,
}

impl Put {
    /// The line of an order that took it.
    pub fn of(order: &Pickup, gtin: Gtin) -> Option<Self> {
        let line = order.lines.iter().find(|line| line.gtin == gtin)?;
        Some(Self { title: line.title.clone(), number: order.number, picked: line.picked, held: line.held })
    }
}

/// The desk of one store.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    store: StoredValue<String>,
    /// The list on its way.
    pub load: Loading<Queue>,
    /// The list with our own acts in it.
    pub queue: Memo<Option<Queue>>,
    answers: RwSignal<Answers>,
    /// The store with its hours and its pause.
    pub here: Loading<Store>,
    /// The store's time zone.
    pub zone: Memo<Option<String>>,
    pub now: Signal<Instant>,
    pub staff: Staff,
    pub busy: RwSignal<Option<Act>>,
    pub trouble: RwSignal<Option<Trouble>>,
    /// Typed texts outlive the controls they are typed in.
    pub bin: RwSignal<String>,
    pub code: RwSignal<String>,
    pub reason: RwSignal<String>,
    /// The order whose code was shown, and the counts of what its shopper does not take, while they are on the page.
    pub shown: RwSignal<Option<ReservationId>>,
    pub refused: RwSignal<BTreeMap<VariantId, RwSignal<u32>>>,
    /// Scans that wait their turn, each with its order; `None` is whichever order of the list needs it.
    pub scans: StoredValue<VecDeque<(Option<ReservationId>, Gtin)>>,
    /// Orders of the queue that are chosen to be picked together.
    pub chosen: RwSignal<BTreeSet<ReservationId>>,
    /// Complete orders of the list whose bin is to be asked for later.
    pub later: RwSignal<BTreeSet<ReservationId>>,
    /// What the last scan into the list came to.
    pub put: RwSignal<Option<Put>>,
    /// Orders that were found by what somebody said, and what that was.
    pub found: RwSignal<Option<(String, Vec<Pickup>)>>,
    pub reader: Reader,
    pub announcer: Announcer,
    pub toasts: Toaster,
    /// Puts another part of the desk in this one's place.
    pub stay: Callback<Route>,
}

/// Provides the desk of a store.
pub(super) fn provide_desk(store: String) -> Desk {
    let (slug, slug_of_store) = (store.clone(), store.clone());
    let load = use_load(move || ListPickups { store: slug.clone() });
    let here = use_load(move || GetStore { store: slug_of_store.clone() });
    let answers = RwSignal::new(Answers::default());
    let desk = Desk {
        store: StoredValue::new(store),
        load,
        queue: Memo::new(move |_| load.value().get().map(|queue| answers.with(|answers| queue::known((*queue).clone(), answers)))),
        answers,
        here,
        zone: Memo::new(move |_| here.value().with(|store| store.as_ref().map(|store| store.time_zone.clone()))),
        now: clock::use_now(TICK),
        staff: use_staff(),
        busy: RwSignal::new(None),
        trouble: RwSignal::new(None),
        bin: RwSignal::new(String::new()),
        code: RwSignal::new(String::new()),
        reason: RwSignal::new(String::new()),
        shown: RwSignal::new(None),
        refused: RwSignal::new(BTreeMap::new()),
        scans: StoredValue::new(VecDeque::new()),
        chosen: RwSignal::new(BTreeSet::new()),
        later: RwSignal::new(BTreeSet::new()),
        put: RwSignal::new(None),
        found: RwSignal::new(None),
        reader: Reader::new(),
        announcer: use_announcer(),
        toasts: use_toasts(),
        stay: Callback::new(use_replace()),
    };
    provide_context(desk);
    desk
}

/// The desk of this page.
pub(super) fn use_desk() -> Desk {
    expect_context()
}

type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Refusal>>>>;

impl Desk {
    /// The store, in links.
    pub fn store(self) -> String {
        self.store.get_value()
    }

    /// An order as it is known now.
    pub fn order(self, id: ReservationId) -> Option<Pickup> {
        self.queue.with(|queue| queue.as_ref().and_then(|queue| queue::pickup(queue, id).cloned()))
    }

    /// Who works here.
    pub fn me(self) -> Option<PersonId> {
        self.staff.person().with(|person| person.as_ref().map(|person| person.person))
    }

    /// What I fetch: one list of several orders, the earliest promise first.
    pub fn list(self) -> Vec<Pickup> {
        let me = self.me();
        self.queue.with(|queue| queue.iter().flat_map(|queue| queue::picked_by(queue, me)).cloned().collect())
    }

    /// The order of the list whose bin is to be named now.
    pub fn complete(self) -> Option<Pickup> {
        let list = self.list();
        let (complete, open): (Vec<_>, Vec<_>) = list.into_iter().partition(|order| queue::next_line(order).is_none());
        let is_later = |order: &Pickup| self.later.with(|later| later.contains(&order.id));
        complete.into_iter().find(|order| open.is_empty() || !is_later(order))
    }

    /// The order after this one under its tab, else the one before it.
    pub fn neighbour(self, tab: Tab, id: ReservationId) -> Option<ReservationId> {
        self.queue.with_untracked(|queue| {
            let orders = queue::under(queue.as_ref()?, tab);
            let at = orders.iter().position(|order| order.id == id)?;
            orders.get(at + 1).or_else(|| orders.get(at.checked_sub(1)?)).map(|order| order.id)
        })
    }

    /// Whether an act's button turns.
    pub fn is_doing(self, act: Act) -> Signal<bool> {
        Signal::derive(move || self.busy.get() == Some(act))
    }

    /// Sends a command on an order; `done` follows when it was carried out. One act at a time.
    pub fn act<E>(self, act: Act, version: u32, ask: E, done: impl FnOnce(Pickup) + 'static)
    where
        E: Endpoint<Reply = Pickup> + 'static,
    {
        let how = Sending { version: Some(version), ..Sending::default() };
        self.run(act, Box::pin(send_with(ask, how)), Box::new(done));
    }

    fn run(self, act: Act, answer: Answer<Pickup>, done: Box<dyn FnOnce(Pickup)>) {
        if self.busy.get_untracked().is_some() {
            return;
        }
        self.begin(act);
        spawn_local(async move {
            let answer = answer.await;
            let is_taken =
                act == Act::Accept && answer.as_ref().is_err_and(|refusal| refusal.is(Code::Stale) || refusal.is(Code::WrongState));
            if let Some(pickup) = self.end(answer) {
                self.keep(pickup.clone());
                done(pickup);
            } else if is_taken {
                self.trouble.try_set(Some(Trouble::Taken));
            }
        });
    }

    /// An act begins: the last one's trouble is over.
    pub fn begin(self, act: Act) {
        self.busy.set(Some(act));
        self.trouble.set(None);
    }

    /// An act has ended: what it answered, or trouble in its place.
    pub fn end<T>(self, answer: Result<T, Refusal>) -> Option<T> {
        // The page may have been left meanwhile.
        if !self.busy.try_set(None) {
            return None;
        }
        answer.map_err(|refusal| self.refuse(refusal)).ok()
    }

    /// Says why not, where the act was asked for. What has changed in between is read anew.
    pub fn refuse(self, refusal: Refusal) {
        if refusal.is(Code::SignInNeeded) {
            self.staff.left();
        }
        if [Code::Stale, Code::WrongState, Code::NoSuchPutback, Code::NoSuchTask].into_iter().any(|code| refusal.is(code)) {
            self.load.reload();
        }
        let wait = match &refusal {
            Refusal::Problem(problem) if problem.code == Code::TooOften => problem.params.get("seconds").and_then(|wait| wait.parse().ok()),
            _ => None,
        };
        self.fail(match wait {
            // Longer than a hurry: codes are locked.
            Some(seconds) if seconds > 60 => Trouble::Locked(self.now.get_untracked() + Span::seconds(seconds)),
            _ => Trouble::Refused(refusal),
        });
    }

    /// Says what is wrong, to eyes and ears.
    pub fn fail(self, trouble: Trouble) {
        sound::wrong();
        self.trouble.set(Some(trouble));
    }

    /// Remembers an answer until the list has it.
    pub fn keep(self, pickup: Pickup) {
        self.answers.update(|answers| {
            answers.pickups.insert(pickup.id, pickup);
        });
    }

    /// Remembers that goods are back.
    pub fn keep_put_back(self, id: PutbackId) {
        self.answers.update(|answers| {
            answers.put_back.insert(id);
        });
    }

    /// Remembers what was counted.
    pub fn keep_count(self, task: CountTask) {
        self.answers.update(|answers| {
            answers.counted.insert(task.id, task);
        });
    }

    /// Tells eyes and ears that something is done.
    pub fn tell(self, sentence: impl FnOnce() -> String) {
        self.toasts.say(untrack(sentence));
    }
}

/// Moves the focus once what the act changed stands on the page: to the first of these that is there.
pub(super) fn focus_soon(ids: impl IntoIterator<Item = String>) {
    let ids: Vec<String> = ids.into_iter().collect();
    request_animation_frame(move || document::focus_first(&ids));
}
