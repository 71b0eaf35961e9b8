//! Something cannot be had after all: another one instead, do without, or the store that has it.

use super::acts::Commands;
use crate::browser::intl;
use crate::i18n::{language_of, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::Button;
use crate::ui::picture::Picture;
use crate::ui::price::Price;
use crate::ui::whereabouts;
use api::catalog::Elsewhere;
use api::reservation::{MissingUnits, Substitute, Ticket, TicketLine};
use domain::Gtin;
use domain::reservation::{Because, State};

/// More stores than these are a search, not an answer.
const STORES: usize = 3;

/// One question for each line with missing units.
#[component]
pub fn Decision(commands: Commands, ticket: Signal<Ticket>) -> Markup {
    let asked = Memo::new(move |_| {
        ticket.with(|ticket| match ticket.state {
            State::NeedsDecision => ticket.lines.iter().filter(|line| line.missing.is_some()).cloned().collect::<Vec<_>>(),
            _ => Vec::new(),
        })
    });
    live(move || asked.get().into_iter().map(|line| view! { <Question commands line/> }).collect_view())
}

#[component]
fn Question(commands: Commands, line: TicketLine) -> Markup {
    let i18n = use_i18n();
    let TicketLine { variant, gtin, title, missing, .. } = line;
    let Some(MissingUnits { quantity, because, substitutes, elsewhere }) = missing else { return Markup::Nothing };
    let title = say(title);
    let words = move || {
        let (name, count) = (title(), intl::number(quantity, language_of(i18n.get_locale())));
        match because {
            Because::InHand => t_string!(i18n, reserve.decide.in_hand, name = name, count = count),
            Because::Damaged => t_string!(i18n, reserve.decide.damaged, name = name, count = count),
            Because::NotFound | Because::Other => t_string!(i18n, reserve.decide.missing, name = name, count = count),
        }
    };
    let lead = (!substitutes.is_empty()).then(|| view! { <p>{t!(reserve.decide.offer)}</p> });
    let offers = substitutes.into_iter().map(|one| {
        let instead = one.variant;
        view! { <Offered one><Button busy=commands.busy on_press=move |_| commands.decide(variant, Some(instead))>{t!(reserve.decide.take)}</Button></Offered> }
    });
    view! {
        <section class="question">
            <h2>{words}</h2>
            {lead}
            <ul class="question__offers">{offers.collect_view()}</ul>
            <Button busy=commands.busy on_press=move |_| commands.decide(variant, None)>{t!(reserve.decide.drop)}</Button>
            {stores(gtin, elsewhere)}
        </section>
    }
}

/// Something that may do: picture, price, and where it stands.
#[component]
fn Offered(one: Substitute, children: Children) -> Markup {
    let i18n = use_i18n();
    let Substitute { detail, card, location, .. } = one;
    let place = location.map(|at| view! { <span class="quiet small">{move || whereabouts::line(i18n, &at)}</span> });
    view! {
        <li class="substitute">
            <span class="substitute__picture"><Picture picture=card.picture name=card.name.clone() size=240/></span>
            <span class="substitute__words"><b>{say(card.name)}</b><span class="quiet">{say(detail)}</span><Price price=card.price/>{place}</span>
            {children()}
        </li>
    }
}

/// Who wants this one and no other finds it there.
fn stores(gtin: Gtin, elsewhere: Vec<Elsewhere>) -> Option<Markup> {
    let i18n = use_i18n();
    let one = |Elsewhere { slug, name, available, .. }: Elsewhere| {
        let name = say(name);
        let words = move || {
            let count = intl::number(available, language_of(i18n.get_locale()));
            t_string!(i18n, reserve.decide.store, store = name(), count = count)
        };
        view! { <li><a class="link" href=Route::Product { store: slug, gtin, at: None }.href()>{words}</a></li> }
    };
    let list = elsewhere.into_iter().take(STORES).map(one).collect::<Vec<_>>();
    (!list.is_empty()).then(|| view! { <div><p>{t!(reserve.decide.elsewhere)}</p><ul class="question__stores">{list}</ul></div> })
}
