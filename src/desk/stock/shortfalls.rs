//! What is promised and not there, who sees to it, and who waits.

use super::{StockDesk, href, named, units, use_stock, use_time};
use crate::client::send;
use crate::desk::tab::Tab;
use crate::desk::trouble::Trouble;
use crate::desk::work::{Act, Desk, focus_soon, use_desk};
use crate::i18n::{language_of, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::chip::ChipLink;
use crate::ui::empty::Empty;
use crate::ui::picture::Picture;
use api::Code;
use api::stock::own_shortfall::OwnShortfall;
use api::stock::{ShortOrder, Shortfall};
use domain::ids::ShortfallId;
use domain::reservation::State;
use leptos::task::spawn_local;

/// All open ones, or what the tab is for.
#[component]
pub(super) fn Shortfalls(all: Signal<Vec<Shortfall>>) -> Markup {
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let key = |one: &Shortfall| format!("{} {} {:?} {:?}", one.id, one.units, one.owner, one.orders);
    live(move || match is_empty.get() {
        true => view! { <Empty sentence=t!(stock.empty)/> },
        false => view! {
            <section aria-labelledby="shortfalls">
                <h2 id="shortfalls" class="stock-desk__title">{t!(stock.shortfall.title)}</h2>
                <p class="quiet">{t!(stock.shortfall.lead)}</p>
                <ul class="shortfalls">{each(move || all.get(), key, |shortfall| view! { <One shortfall/> })}</ul>
            </section>
        },
    })
}

/// One of them.
#[component]
pub(super) fn One(
    shortfall: Shortfall,
    /// On its own product's card, which says the rest.
    #[prop(optional)]
    is_alone: bool,
) -> Markup {
    let (i18n, desk, stock, time) = (use_i18n(), use_desk(), use_stock(), use_time());
    let Shortfall { id, gtin, title, detail, picture, units: missing, opened_at, owner, orders } = shortfall;
    let is_mine =
        owner.as_ref().is_some_and(|owner| desk.staff.person().with(|me| me.as_ref().is_some_and(|me| me.person == owner.person)));
    let seen_by = move || match &owner {
        Some(owner) => t_string!(i18n, stock.shortfall.owner, name = owner.name.get(language_of(i18n.get_locale())).to_owned()),
        None => t_string!(i18n, stock.shortfall.nobody).to_owned(),
    };
    let since = move || t_string!(i18n, stock.shortfall.since, time = time.run(opened_at));
    let short = move || t_string!(i18n, stock.short, count = missing.to_string());
    let (of, also) = (title.clone(), detail.clone());
    let label = Signal::derive(move || {
        let title = named(i18n, &of, &also);
        match is_mine {
            true => t_string!(i18n, stock.shortfall.give_label, title = title),
            false => t_string!(i18n, stock.shortfall.take_label, title = title),
        }
    });
    let act = move || if is_mine { t_string!(i18n, stock.shortfall.give) } else { t_string!(i18n, stock.shortfall.take) };
    let face = (!is_alone).then(|| {
        view! {
            <a class="line__face" href=href(gtin)>
                <span class="line__picture"><Picture picture name=title.clone() size=64/></span>
                <span class="line__words"><b class="line__title">{say(title)}</b><span class="line__count">{say(detail)}</span></span>
            </a>
        }
    });
    view! {
        <li class="shortfall">
            {face}
            <div class="shortfall__words">
                <b class="shortfall__units">{short}</b>
                <span class="quiet small">{since} " · " {seen_by}</span>
            </div>
            <Orders orders/>
            <Button id=format!("own-{id}") label busy=desk.is_doing(Act::Own) on_press=move |_| own(desk, stock, id, !is_mine)>{act}</Button>
        </li>
    }
}

#[component]
fn Orders(orders: Vec<ShortOrder>) -> Markup {
    let i18n = use_i18n();
    let chip = move |order: ShortOrder| {
        let words = move || {
            let many = units(i18n, order.units);
            match order.number {
                Some(number) => format!("{} · {many}", t_string!(i18n, stock.shortfall.order, number = number.to_string())),
                None => format!("{} · {many}", t_string!(i18n, stock.shortfall.held)),
            }
        };
        match order.state {
            // A hold stands in no list of the desk.
            State::Held => view! { <span class="chip" data-still="">{words}</span> },
            state => view! { <ChipLink href=Tab::of(state).route(Some(order.reservation)).href()>{words}</ChipLink> },
        }
    };
    view! { <div class="sheet__chips" role="group" aria-label=t!(stock.shortfall.waits)>{orders.into_iter().map(chip).collect_view()}</div> }
}

/// Whoever works here sees to it, or no longer.
fn own(desk: Desk, stock: StockDesk, id: ShortfallId, mine: bool) {
    if desk.busy.get_untracked().is_some() {
        return;
    }
    desk.begin(Act::Own);
    spawn_local(async move {
        let answer = send(OwnShortfall { store: desk.store(), shortfall: id, mine }).await;
        let is_gone = answer.as_ref().err().is_some_and(|refusal| refusal.is(Code::NoSuchTask));
        // Whatever came of it, the list knows it now.
        stock.shortfalls.reload();
        if stock.gtin.get_untracked().is_some() {
            stock.card.reload();
        }
        if is_gone && desk.busy.try_set(None) {
            desk.fail(Trouble::ShortfallGone);
        } else if desk.end(answer).is_some() {
            focus_soon([format!("own-{id}")]);
        }
    });
}
