//! Who is looking, and where: the store that this page is about, the one that this phone remembers, the person at the desk.

pub mod beacons;
pub mod holding;
pub mod kept;
pub mod kiosk;
pub mod scanned;

use crate::browser::storage;
use crate::client::Refusal;
use crate::load::{Load, Loading, use_load, use_load_with};
use crate::prelude::*;
use crate::signal::Shared;
use api::Code;
use api::people::{Session, get_session::GetSession};
use api::store::{Store, StoreCard, get_store::GetStore};
use domain::access::Action;

/// The store that this phone was in last.
const REMEMBERED: &str = "store";

/// The store that the page is about.
#[derive(Clone, Copy)]
pub struct Here {
    /// In links; `None` on pages of no store.
    pub slug: Signal<Option<String>>,
    /// The store with its hours.
    pub store: Loading<Store>,
}

/// Provides the store of the page, loads it once and remembers it on this phone.
pub fn provide_here(slug: Signal<Option<String>>) -> Here {
    let store = use_load_with(move || slug.get().map(|store| (GetStore { store }, Default::default())));
    let here = Here { slug, store };
    provide_context(here);
    Effect::new(move |_| match store.get() {
        Load::Ready(store) => storage::set_local(REMEMBERED, &store.slug),
        Load::Failed(Refusal::Problem(problem)) if problem.code == Code::NoSuchStore => forget(slug.get_untracked()),
        _ => {}
    });
    here
}

/// The store of the page.
pub fn use_here() -> Here {
    expect_context()
}

/// The store remembered on this phone, in links.
pub fn remembered_store() -> Option<String> {
    storage::local(REMEMBERED)
}

/// A store that is closed for good is not remembered.
fn forget(store: Option<String>) {
    if store.is_some() && store == remembered_store() {
        storage::remove_local(REMEMBERED);
    }
}

/// The store that this device works in.
const WORKS_IN: &str = "desk-store";

/// The person at the desk or in the studio, and the store they work in.
#[derive(Clone, Copy)]
pub struct Staff {
    session: Loading<Session>,
    chosen: RwSignal<Option<String>>,
}

/// Provides who is signed in; the studio's entry asks once.
pub fn provide_staff() -> Staff {
    let staff = Staff { session: use_load(|| GetSession {}), chosen: RwSignal::new(storage::local(WORKS_IN)) };
    provide_context(staff);
    staff
}

/// Who is signed in.
pub fn use_staff() -> Staff {
    expect_context()
}

impl Staff {
    /// As it is being found out.
    pub fn load(self) -> Loading<Session> {
        self.session
    }

    /// The person, once known.
    pub fn person(self) -> Signal<Option<Shared<Session>>> {
        self.session.value()
    }

    /// Whether their role does this; nobody does anything.
    pub fn may(self, action: Action) -> bool {
        self.person().with(|person| person.as_ref().is_some_and(|person| person.role.may(action)))
    }

    /// The store they work in: the one chosen on this device, else their first.
    pub fn store(self) -> Signal<Option<StoreCard>> {
        let person = self.person();
        Signal::derive(move || {
            let person = person.get()?;
            let stores = &person.stores;
            let chosen = self.chosen.get();
            stores.iter().find(|store| Some(&store.slug) == chosen.as_ref()).or(stores.first()).cloned()
        })
    }

    /// Works in another of their stores from now on.
    pub fn choose_store(self, slug: String) {
        storage::set_local(WORKS_IN, &slug);
        self.chosen.set(Some(slug));
    }

    /// After signing in.
    pub fn came(self, session: Session) {
        self.session.set(session);
    }

    /// After signing out, or when a session has run out: asks again, and the answer is nobody.
    pub fn left(self) {
        self.session.reload();
    }
}
