//! Stock at the desk: what the books say of one product, what is done about it, what is promised and not there.

mod act;
mod card;
mod doing;
mod find;
mod history;
mod note;
mod shortfalls;

use super::tab::Tab;
use super::trouble::Trouble;
use super::work::{Act, Desk, use_desk};
use crate::client::{Refusal, send};
use crate::i18n::{Words, language_of, t_string};
use crate::live::{Heard, Live};
use crate::load::{Loaded, Loading, use_load, use_load_with};
use crate::prelude::*;
use crate::route::{query, use_query};
use crate::ui::skeleton::LinesSkeleton;
use api::event::Happening;
use api::stock::get_stock::GetStock;
use api::stock::list_shortfalls::ListShortfalls;
use api::stock::{Shortfall, StockCard};
use api::{Code, Endpoint};
use domain::{Gtin, Text};
use leptos::task::spawn_local;

pub(super) use doing::Doing;

/// The books as the page knows them.
#[derive(Clone, Copy)]
pub(super) struct StockDesk {
    /// The product whose books stand open.
    pub gtin: Memo<Option<Gtin>>,
    /// Its books.
    pub card: Loading<StockCard>,
    /// What is promised and not there.
    pub shortfalls: Loading<Vec<Shortfall>>,
    /// What is typed to look for; the act that is chosen and its number. They outlive the controls.
    pub typed: RwSignal<String>,
    pub words: RwSignal<Option<String>>,
    pub doing: RwSignal<Doing>,
    pub number: RwSignal<String>,
    /// Grows when units have moved: the history is read anew.
    pub moved: RwSignal<u32>,
}

/// Provides them, kept up to date by the page's stream.
pub(super) fn provide_stock(desk: Desk, live: Live) {
    let named = use_query(query::G);
    let gtin = Memo::new(move |_| named.with(|code| code.as_ref().and_then(|code| code.parse::<Gtin>().ok())));
    let card = use_load_with(move || gtin.get().map(|gtin| (GetStock { store: desk.store(), gtin }, Default::default())));
    let shortfalls = use_load(move || ListShortfalls { store: desk.store() });
    let stock = StockDesk {
        gtin,
        card,
        shortfalls,
        typed: RwSignal::new(String::new()),
        words: RwSignal::new(None),
        doing: RwSignal::new(Doing::Count),
        number: RwSignal::new(String::new()),
        moved: RwSignal::new(0),
    };
    provide_context(stock);
    live.on_happening(move |heard| match heard {
        Heard::Resync => {
            shortfalls.reload();
            stock.look_again();
        }
        Heard::Event(event) => match &event.what {
            Happening::Shortfall => {
                shortfalls.reload();
                stock.look_again();
            }
            Happening::Stock { variant, .. } | Happening::Check { variant } if stock.is_about(*variant) => stock.look_again(),
            Happening::Catalogue | Happening::Planogram { .. } => stock.look_again(),
            _ => {}
        },
    });
}

pub(super) fn use_stock() -> StockDesk {
    expect_context()
}

impl StockDesk {
    fn is_about(self, variant: domain::ids::VariantId) -> bool {
        self.card.value().with_untracked(|card| card.as_ref().is_some_and(|card| card.variant == variant))
    }

    fn look_again(self) {
        if self.gtin.get_untracked().is_some() {
            self.card.reload();
            self.moved.update(|count| *count += 1);
        }
    }

    /// Sends a command whose answer is the card as it is then.
    pub fn act<E>(self, desk: Desk, ask: E, done: impl FnOnce(&StockCard) + 'static)
    where
        E: Endpoint<Reply = StockCard> + 'static,
    {
        if desk.busy.get_untracked().is_some() {
            return;
        }
        desk.begin(Act::Stock);
        spawn_local(async move {
            let answer = send(ask).await;
            if let Some(trouble) = answer.as_ref().err().and_then(stale) {
                if desk.busy.try_set(None) {
                    self.look_again();
                    desk.fail(trouble);
                }
                return;
            }
            if let Some(card) = desk.end(answer) {
                done(&card);
                self.card.set(card);
                self.moved.update(|count| *count += 1);
            }
        });
    }
}

/// Somebody was faster: what it is now.
fn stale(refusal: &Refusal) -> Option<Trouble> {
    match refusal {
        Refusal::Problem(problem) if problem.code == Code::Stale => Some(Trouble::StockIs(problem.params.get("expected")?.parse().ok()?)),
        _ => None,
    }
}

/// The address of a product's books.
pub(super) fn href(gtin: Gtin) -> String {
    format!("{}&{}={gtin}", Tab::Stock.route(None).href(), query::G)
}

/// The panel: the field, what was found, the books or the shortfalls.
#[component]
pub(super) fn StockPanel() -> Markup {
    let stock = use_stock();
    let is_open = Memo::new(move |_| stock.gtin.get().is_some());
    let skeleton = || view! { <LinesSkeleton count=6/> };
    view! {
        <div class="stock-desk">
            <find::Find/>
            {move || match is_open.get() {
                true => view! { <Loaded load=stock.card skeleton let:card><card::Card card/></Loaded> },
                false => view! { <Loaded load=stock.shortfalls skeleton let:all><shortfalls::Shortfalls all/></Loaded> },
            }}
        </div>
    }
}

/// So many, with their unit.
fn units(i18n: Words, count: u32) -> String {
    match count {
        1 => t_string!(i18n, stock.unit_one).to_owned(),
        count => t_string!(i18n, stock.unit, count = count.to_string()),
    }
}

/// A product's name with its colour and size.
fn named(i18n: Words, title: &Text, detail: &Text) -> String {
    let language = language_of(i18n.get_locale());
    [title.get(language), detail.get(language)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A moment in the store's time; of another day with its date.
fn use_time() -> Callback<domain::Instant, String> {
    use crate::browser::intl::{self, Moment};
    let (i18n, desk) = (crate::i18n::use_i18n(), use_desk());
    Callback::new(move |at: domain::Instant| {
        let what = if desk.now.get().since(at) < domain::Span::hours(12) { Moment::Time } else { Moment::DayAndTime };
        intl::moment(at, what, language_of(i18n.get_locale()), desk.zone.get().as_deref())
    })
}
