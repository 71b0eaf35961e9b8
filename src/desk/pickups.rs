//! The queue.

use super::alarm::{SoundSwitch, ring_for_new};
use super::bar::Bar;
use super::calls::{Calls, use_calls};
use super::counts::Counts;
use super::in_hand::{InHandDialog, provide_in_hand};
use super::line_sheet::{LineSheetDialog, provide_line_sheet};
use super::nudge::ring_for_late;
use super::orders::{Orders, words};
use super::pause::{PauseBanner, PauseDialog, follow_pause, provide_pause};
use super::putbacks::Putbacks;
use super::queue;
use super::reason_sheet::{ReasonSheetDialog, provide_reason_sheet};
use super::stock::{StockPanel, provide_stock, use_stock};
use super::tab::{Tab, use_tab};
use super::work::{Desk, provide_desk, use_desk};
use crate::i18n::{t, use_i18n};
use crate::live::{Follow, Heard, LinkState, use_live};
use crate::load::Loaded;
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_staff;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::notice::Pill;
use crate::ui::skeleton::LinesSkeleton;
use crate::ui::tabs::{self, Tabs};
use api::Code;
use api::event::Happening;
use domain::access::Action;

/// `/desk` and `/desk/pickups`
#[component]
pub fn PickupsPage() -> Markup {
    let staff = use_staff();
    let store = staff.store();
    let store = Memo::new(move |_| store.get().map(|store| store.slug));
    let may = Memo::new(move |_| staff.may(Action::SeePickups));
    view! {
        <Heading text=t!(desk.title) hidden=true/>
        {move || match (may.get(), store.get()) {
            (true, Some(store)) => view! { <Counter store/> },
            _ => view! { <NotYours/> },
        }}
    }
}

/// The desk of one store; another store is another desk.
#[component]
fn Counter(store: String) -> Markup {
    let desk = provide_desk(store.clone());
    provide_line_sheet(desk);
    provide_reason_sheet(desk);
    provide_in_hand();
    provide_pause();
    ring_for_new(desk);
    ring_for_late(desk);
    let live = use_live(move || Some(Follow { store: store.clone(), since: None, token: None }));
    provide_stock(desk, live);
    let calls = use_calls(desk, live);
    follow_pause(desk, live);
    live.on_happening(move |heard| match heard {
        Heard::Event(event) if is_known(desk, &event.what) => {}
        _ => desk.load.reload(),
    });
    Effect::new(move |_| {
        if let crate::load::Load::Failed(refusal) = desk.load.get()
            && refusal.is(Code::SignInNeeded)
        {
            desk.staff.left();
        }
    });
    view! {
        <div class="page desk">
            <PauseBanner/>
            <Calls calls/>
            <Parts/>
            <SoundSwitch/>
            <Panel/>
        </div>
        <Bar/>
        <LineSheetDialog/>
        <ReasonSheetDialog/>
        <InHandDialog/>
        <PauseDialog/>
        <LinkMark link=live.link()/>
    }
}

/// Stock and plans are none of the queue's business; of our own acts it knows already.
fn is_known(desk: Desk, what: &Happening) -> bool {
    match what {
        Happening::Reservation { reservation, version, .. } => {
            untrack(|| desk.order(*reservation)).is_some_and(|order| order.version >= *version)
        }
        Happening::Stock { .. } | Happening::Call { .. } | Happening::Shortfall | Happening::Pause | Happening::Other => true,
        Happening::Putback | Happening::Check { .. } | Happening::Planogram { .. } | Happening::Catalogue => false,
    }
}

#[component]
fn Parts() -> Markup {
    let (i18n, desk, tab, stock) = (use_i18n(), use_desk(), use_tab(), use_stock());
    let parts = Signal::derive(move || {
        let count = |tab| match tab {
            Tab::Stock => stock.shortfalls.value().with(|all| all.as_ref().map(|all| all.len() as u32).filter(|count| *count > 0)),
            tab => desk.queue.with(|queue| queue.as_ref().map(|queue| queue::count(queue, tab) as u32)),
        };
        Tab::ALL.map(|tab| tabs::Tab { value: tab.name(), words: words(i18n, tab).to_owned(), count: count(tab) }).to_vec()
    });
    let label = t!(desk.tab.label);
    let on_choose = Callback::new(move |name: String| {
        desk.trouble.set(None);
        if let Some(tab) = Tab::ALL.into_iter().find(|tab| tab.name() == name) {
            desk.stay.run(tab.route(None));
        }
    });
    view! { <Tabs label tabs=parts chosen=Signal::derive(move || tab.get().name().to_owned()) on_choose/> }
}

#[component]
fn Panel() -> Markup {
    let (desk, tab) = (use_desk(), use_tab());
    let skeleton = || view! { <LinesSkeleton count=6/> };
    let part = move || match tab.get() {
        Tab::Putbacks => view! { <Putbacks/> },
        Tab::Counts => view! { <Counts/> },
        Tab::Stock => view! { <StockPanel/> },
        tab => view! { <Orders tab/> },
    };
    view! {
        <section role="tabpanel" id=move || format!("panel-{}", tab.get().name()) aria-labelledby=move || format!("tab-{}", tab.get().name())>
            <Loaded load=desk.load skeleton let:_queue>{part}</Loaded>
        </section>
    }
}

/// The stream is cut: the queue may be old.
#[component]
fn LinkMark(link: Signal<LinkState>) -> Markup {
    let is_lost = Memo::new(move |_| matches!(link.get(), LinkState::Lost(_)));
    live(move || is_lost.get().then(|| view! { <Pill>{t!(desk.alarm.lost)}</Pill> }))
}

/// This role works elsewhere.
#[component]
fn NotYours() -> Markup {
    view! {
        <div class="page">
            <Empty sentence=t!(desk.not_yours)>
                <ButtonLink href=Route::Studio.href() variant=Variant::Primary>{t!(studio.title)}</ButtonLink>
            </Empty>
        </div>
    }
}
