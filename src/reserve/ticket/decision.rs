//! Something was not found: another one instead, or do without.

use super::acts::Commands;
use crate::browser::intl;
use crate::i18n::{language_of, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::picture::Picture;
use crate::ui::price::Price;
use api::reservation::{MissingUnits, Substitute, Ticket, TicketLine};
use domain::reservation::State;

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
    let TicketLine { variant, title, missing, .. } = line;
    let Some(MissingUnits { quantity, substitutes, .. }) = missing else { return Markup::Nothing };
    let title = say(title);
    let number = move || intl::number(quantity, language_of(i18n.get_locale()));
    let words = move || t_string!(i18n, reserve.decide.missing, name = title(), count = number());
    let offered = !substitutes.is_empty();
    let one = move |Substitute { variant: instead, detail, card }: Substitute| {
        view! {
            <li class="substitute">
                <span class="substitute__picture"><Picture picture=card.picture name=card.name.clone() size=240/></span>
                <span class="substitute__words"><b>{say(card.name)}</b><span class="quiet">{say(detail)}</span><Price price=card.price/></span>
                <Button busy=commands.busy on_press=move |_| commands.decide(variant, Some(instead))>{t!(reserve.decide.take)}</Button>
            </li>
        }
    };
    let lead = offered.then(|| view! { <p>{t!(reserve.decide.offer)}</p> });
    view! {
        <section class="question">
            <h2>{words}</h2>
            {lead}
            <ul class="question__offers">{substitutes.into_iter().map(one).collect_view()}</ul>
            <Button busy=commands.busy on_press=move |_| commands.decide(variant, None)>{t!(reserve.decide.drop)}</Button>
        </section>
    }
}
