//! Other systems: the keys they come with, the webhooks they are told by, and what could not be brought to them.

mod book;
mod dead;
mod key_list;
mod keys;
mod once;
mod sure;
mod topics;
mod webhook;
mod webhooks;

use crate::i18n::t;
use crate::prelude::*;
use crate::session::use_staff;
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use book::provide_book;
use dead::Dead;
use domain::access::Action;
use keys::Keys;
use sure::{SureDialog, provide_sure};
use webhooks::Webhooks;

/// `/studio/connections`
#[component]
pub fn ConnectionsPage() -> Markup {
    let staff = use_staff();
    let store = staff.store();
    let store = Memo::new(move |_| store.get().map(|store| store.slug));
    let may = Memo::new(move |_| staff.may(Action::Administer));
    view! {
        <div class="page studio connections">
            <header class="studio__intro">
                <Heading text=t!(connections.title)/>
                <p class="lead">{t!(connections.lead)}</p>
            </header>
            {move || match (may.get(), store.get()) {
                (true, Some(store)) => view! { <Whole store/> },
                _ => view! { <Empty sentence=t!(connections.not_yours)/> },
            }}
        </div>
    }
}

#[component]
fn Whole(store: String) -> Markup {
    provide_book(store);
    provide_sure();
    view! {
        <div class="connections__parts"><Webhooks/><Keys/></div>
        <Dead/>
        <SureDialog/>
    }
}
