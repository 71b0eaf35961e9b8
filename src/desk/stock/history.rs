//! What moved: when, how many, from where to where, why, by whom, for which order.

use super::card::bucket_words;
use super::{units, use_stock, use_time};
use crate::client::send;
use crate::desk::work::{Desk, use_desk};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::Button;
use api::stock::list_movements::ListMovements;
use api::stock::{MovedBy, MovementLine, MovementPage};
use domain::Gtin;
use domain::stock::Reason;
use leptos::task::spawn_local_scoped_with_cancellation;

/// Lines of one page.
const PAGE: u32 = 10;

/// Pages that are here, and where the next begins.
#[derive(Clone, Copy)]
struct Book {
    lines: RwSignal<Option<Vec<MovementLine>>>,
    next: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

#[component]
pub(super) fn History() -> Markup {
    let (desk, stock) = (use_desk(), use_stock());
    let book = Book { lines: RwSignal::new(None), next: RwSignal::new(None), busy: RwSignal::new(false) };
    // The first page anew whenever units have moved; further ones at a press.
    Effect::new(move |_| {
        stock.moved.track();
        if let Some(gtin) = stock.gtin.get() {
            spawn_local_scoped_with_cancellation(async move {
                if let Ok(page) = ask(desk, gtin, None).await {
                    book.next.try_set(page.next);
                    book.lines.try_set(Some(page.items));
                }
            });
        }
    });
    let more = move |_: leptos::ev::MouseEvent| {
        let Some(gtin) = stock.gtin.get_untracked() else { return };
        let cursor = book.next.get_untracked();
        book.busy.set(true);
        spawn_local_scoped_with_cancellation(async move {
            let answer = ask(desk, gtin, cursor).await;
            book.busy.try_set(false);
            match answer {
                Ok(page) => {
                    book.next.try_set(page.next);
                    book.lines.try_update(|lines| lines.get_or_insert_default().extend(page.items));
                }
                Err(refusal) => desk.refuse(refusal),
            }
        });
    };
    let is_empty = Memo::new(move |_| book.lines.with(|lines| lines.as_ref().is_some_and(Vec::is_empty)));
    let has_more = Memo::new(move |_| book.next.with(Option::is_some));
    view! {
        <section class="stock-card__part" aria-labelledby="stock-history">
            <h3 id="stock-history">{t!(stock.history.title)}</h3>
            {move || is_empty.get().then(|| view! { <p class="quiet">{t!(stock.history.none)}</p> })}
            <ol class="history">{each(move || book.lines.get().unwrap_or_default(), |line| line.id, |line| view! { <Line line/> })}</ol>
            {move || has_more.get().then(|| view! { <Button busy=book.busy on_press=more>{t!(stock.history.more)}</Button> })}
        </section>
    }
}

async fn ask(desk: Desk, gtin: Gtin, cursor: Option<String>) -> Result<MovementPage, crate::client::Refusal> {
    send(ListMovements { store: desk.store(), gtin, cursor, limit: Some(PAGE) }).await
}

#[component]
fn Line(line: MovementLine) -> Markup {
    let (i18n, time) = (use_i18n(), use_time());
    let MovementLine { at, quantity, from, to, .. } = line;
    let way = move || {
        let (from, to) = (bucket_words(i18n, from).to_owned(), bucket_words(i18n, to).to_owned());
        t_string!(i18n, stock.history.way, from = from, to = to)
    };
    let count = move || units(i18n, quantity);
    let (why, who) = (line.clone(), line);
    let who = move || {
        let order = who.number.map(|number| t_string!(i18n, stock.history.order, number = number.to_string()));
        [Some(time.run(at)), Some(by(i18n, &who)), order].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    view! {
        <li class="history__line">
            <b class="history__units">{count}</b>
            <span><b>{move || reason(i18n, &why)}</b> " " <span class="quiet">{way}</span></span>
            <span class="quiet small">{who}</span>
        </li>
    }
}

fn by(i18n: Words, line: &MovementLine) -> String {
    let person = line.name.as_ref().map(|name| name.get(language_of(i18n.get_locale())).to_owned());
    person.filter(|name| !name.is_empty()).unwrap_or_else(|| {
        let who = match line.by {
            MovedBy::Shopper => t_string!(i18n, stock.history.shopper),
            MovedBy::Clock => t_string!(i18n, stock.history.clock),
            MovedBy::Import => t_string!(i18n, stock.history.import),
            MovedBy::Person | MovedBy::Other => t_string!(i18n, stock.history.other),
        };
        who.to_owned()
    })
}

fn reason(i18n: Words, line: &MovementLine) -> &'static str {
    match line.reason {
        Reason::Delivery => t_string!(i18n, stock.reason.delivery),
        Reason::Picked => t_string!(i18n, stock.reason.picked),
        Reason::Unpicked => t_string!(i18n, stock.reason.unpicked),
        Reason::NotFound => t_string!(i18n, stock.reason.not_found),
        Reason::Damaged => t_string!(i18n, stock.reason.damaged),
        Reason::Collected => t_string!(i18n, stock.reason.collected),
        Reason::InHand => t_string!(i18n, stock.reason.in_hand),
        Reason::Returned => t_string!(i18n, stock.reason.returned),
        Reason::PutBack => t_string!(i18n, stock.reason.put_back),
        Reason::Adjusted if line.by == MovedBy::Person => t_string!(i18n, stock.reason.counted),
        Reason::Adjusted => t_string!(i18n, stock.reason.adjusted),
        Reason::Found => t_string!(i18n, stock.reason.found),
        Reason::Moved => t_string!(i18n, stock.reason.moved),
        Reason::Other => t_string!(i18n, stock.reason.other),
    }
}
