//! Imports: a file is dropped, looked at, imported, and taken back if it was the wrong one.

mod choices;
mod columns;
mod current;
mod drop_zone;
mod past;
mod pictures;
mod preview;
mod result;
mod rows;
mod words;
mod work;

use super::NotYours;
use crate::i18n::t;
use crate::prelude::*;
use crate::session::use_staff;
use crate::ui::heading::Heading;
use current::Current;
use domain::access::Action;
use drop_zone::DropZone;
use past::Past;
use pictures::Pictures;
use preview::Preview;
use work::Work;

/// `/studio/imports`
#[component]
pub fn ImportsPage() -> Markup {
    let staff = use_staff();
    let store = staff.store();
    let store = Memo::new(move |_| store.get().map(|store| store.slug));
    let may = Memo::new(move |_| staff.may(Action::Import));
    view! {
        <div class="page studio imports">
            <header class="studio__intro">
                <Heading text=t!(imports.title)/>
                <p class="lead">{t!(imports.lead)}</p>
            </header>
            {move || match (may.get(), store.get()) {
                (true, Some(store)) => view! { <Desk store/> },
                _ => view! { <NotYours/> },
            }}
        </div>
    }
}

/// One store's imports; another store's are another desk.
#[component]
fn Desk(store: String) -> Markup {
    let work = Work::new(store);
    let is_looked_at = Memo::new(move |_| work.preview.with(Option::is_some));
    view! {
        {move || match (work.gathered.get(), is_looked_at.get(), work.current.get()) {
            (Some(gathered), ..) => view! { <Pictures work gathered/> },
            (None, true, _) => view! { <Preview work/> },
            (None, false, current) => view! { <DropZone work/> {current.map(|id| view! { <Current work id/> })} },
        }}
        <Past work/>
    }
}
