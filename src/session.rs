//! Who is looking, and where: the store that this page is about, the one that this phone remembers, the person at the desk.

use crate::browser::storage;
use crate::client::Refusal;
use crate::load::{Load, Loading, use_load, use_load_with};
use api::Code;
use api::people::{Session, get_session::GetSession};
use api::store::{Store, get_store::GetStore};
use leptos::prelude::*;

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
    Effect::new(move |_| {
        match store.get() {
            Load::Ready(store) => storage::set_local(REMEMBERED, &store.slug),
            Load::Failed(Refusal::Problem(problem)) if problem.code == Code::NoSuchStore => forget(slug.get_untracked()),
            _ => {}
        }
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

/// The person at the desk or in the studio.
#[derive(Clone, Copy)]
pub struct Staff(Loading<Session>);

/// Provides who is signed in; the studio's entry asks once.
pub fn provide_staff() -> Staff {
    let staff = Staff(use_load(|| GetSession {}));
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
        self.0
    }

    /// The person, once known.
    pub fn person(self) -> Signal<Option<Session>> {
        self.0.value()
    }

    /// True once the server said that nobody is signed in.
    pub fn is_nobody(self) -> Signal<bool> {
        Signal::derive(move || matches!(self.0.get(), Load::Failed(Refusal::Problem(problem)) if problem.status == 401))
    }

    /// After signing in.
    pub fn came(self, session: Session) {
        self.0.set(session);
    }

    /// After signing out: asks again, and the answer is nobody.
    pub fn left(self) {
        self.0.reload();
    }
}
