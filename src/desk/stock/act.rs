//! One form for all that is done to the books: what happened, how many, and what that leaves, said before it is done.

use super::card::bucket_words;
use super::doing::{Doing, Outcome};
use super::use_stock;
use crate::desk::work::{Act, focus_soon, use_desk};
use crate::i18n::{Words, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::chip::Chip;
use crate::ui::field::{Field, Input};
use crate::ui::notice::{Notice, Tone};
use api::stock::StockCard;
use api::stock::adjust_stock::AdjustStock;
use api::stock::count_stock::CountStock;
use api::stock::move_stock::MoveStock;
use domain::stock::{Adjustment, MOST, Showing};

const FIELD: &str = "stock-number";

/// Why a typed number is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    NoNumber,
    Least,
    Most,
}

#[component]
pub(super) fn ActForm(card: Signal<StockCard>) -> Markup {
    let (i18n, desk, stock) = (use_i18n(), use_desk(), use_stock());
    let tried = RwSignal::new(false);
    let number = Memo::new(move |_| stock.number.with(|text| read(text, stock.doing.get())));
    let error = Signal::derive(move || {
        let is_typed = tried.get() || stock.number.with(|text| !text.trim().is_empty());
        number.get().err().filter(|_| is_typed).map(|wrong| wrong_words(i18n, wrong).to_owned())
    });
    let label = Signal::derive(move || match stock.doing.get() {
        Doing::Count => t_string!(i18n, stock.act.count_how_many).to_owned(),
        _ => t_string!(i18n, stock.act.how_many).to_owned(),
    });
    let outcome = Memo::new(move |_| number.get().ok().map(|number| card.with(|card| stock.doing.get().outcome(&card.stock, number))));
    let blocked = Signal::derive(move || match outcome.get() {
        Some(Err(not_enough)) => {
            let place = bucket_words(i18n, not_enough.bucket).to_owned();
            Some(t_string!(i18n, stock.act.not_enough, place = place, count = not_enough.has.to_string()))
        }
        _ => None,
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Ok(number) = number.get_untracked() else { return crate::browser::document::focus(FIELD) };
        if untrack(|| blocked.get()).is_some() {
            return;
        }
        let (store, gtin, expected) = card.with_untracked(|card| (desk.store(), card.gtin, card.stock.floor));
        let done = move |card: &StockCard| {
            let floor = card.stock.floor.to_string();
            stock.number.set(String::new());
            tried.set(false);
            desk.tell(|| t_string!(i18n, stock.act.done, count = floor));
            focus_soon([FIELD.to_owned()]);
        };
        match stock.doing.get_untracked() {
            Doing::Count => stock.act(desk, CountStock { store, gtin, found: number, expected }, done),
            Doing::Adjust(why) => stock.act(desk, AdjustStock { store, gtin, quantity: number, why, expected }, done),
            Doing::Move(way) => stock.act(desk, MoveStock { store, gtin, quantity: number, way, expected }, done),
        }
    };
    let chip = move |doing: Doing| {
        let on = Signal::derive(move || stock.doing.get() == doing);
        let choose = move |_| {
            stock.doing.set(doing);
            tried.set(false);
        };
        view! { <Chip on on_press=choose>{move || doing_words(i18n, doing)}</Chip> }
    };
    view! {
        <section class="stock-card__part">
            <h3>{t!(stock.act.title)}</h3>
            <form class="stock-act" on:submit=submit>
                <div class="sheet__chips" role="group" aria-label=t!(stock.act.label)>{Doing::ALL.map(chip).into_iter().collect_view()}</div>
                <div class="stock-act__row">
                    <Field id=FIELD label value=stock.number input=Input::Digits error at_most=5/>
                    <Button variant=Variant::Primary submit=true busy=desk.is_doing(Act::Stock) blocked>{t!(stock.act.save)}</Button>
                </div>
                <div role="status">{move || outcome.get().and_then(Result::ok).map(|outcome| view! { <Then outcome/> })}</div>
            </form>
        </section>
    }
}

/// What it leaves, and who would wait in vain then.
#[component]
fn Then(outcome: Outcome) -> Markup {
    let i18n = use_i18n();
    let Outcome { bucket, before, after, short } = outcome;
    let words = move || match before == after {
        true => t_string!(i18n, stock.act.same, count = after.to_string()),
        false => {
            let place = bucket_words(i18n, bucket).to_owned();
            t_string!(i18n, stock.act.will, place = place, before = before.to_string(), after = after.to_string())
        }
    };
    let warning = move || t_string!(i18n, stock.act.will_short, count = short.to_string());
    view! {
        <p class="stock-act__then">{words}</p>
        {(short > 0).then(|| view! { <Notice tone=Tone::Warn>{warning}</Notice> })}
    }
}

fn read(text: &str, doing: Doing) -> Result<u32, Wrong> {
    let number: u32 = text.trim().replace(',', "").parse().map_err(|_| Wrong::NoNumber)?;
    match number {
        0 if doing != Doing::Count => Err(Wrong::Least),
        number if number > MOST => Err(Wrong::Most),
        number => Ok(number),
    }
}

fn wrong_words(i18n: Words, wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::NoNumber => t_string!(i18n, stock.act.number),
        Wrong::Least => t_string!(i18n, stock.act.least),
        Wrong::Most => t_string!(i18n, stock.act.most),
    }
}

fn doing_words(i18n: Words, doing: Doing) -> &'static str {
    match doing {
        Doing::Count => t_string!(i18n, stock.act.count),
        Doing::Adjust(Adjustment::Delivery) => t_string!(i18n, stock.act.delivery),
        Doing::Adjust(Adjustment::Found) => t_string!(i18n, stock.act.found),
        Doing::Adjust(Adjustment::Damaged) => t_string!(i18n, stock.act.damaged),
        Doing::Adjust(Adjustment::Lost) => t_string!(i18n, stock.act.lost),
        Doing::Move(Showing::Show) => t_string!(i18n, stock.act.show),
        Doing::Move(Showing::Sell) => t_string!(i18n, stock.act.sell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_number_is_read_or_says_what_is_wrong() {
        let table = [
            ("12", Doing::Count, Ok(12)),
            (" 1,200 ", Doing::Count, Ok(1200)),
            ("0", Doing::Count, Ok(0)),
            ("0", Doing::Adjust(Adjustment::Lost), Err(Wrong::Least)),
            ("", Doing::Count, Err(Wrong::NoNumber)),
            ("-3", Doing::Count, Err(Wrong::NoNumber)),
            ("1.5", Doing::Count, Err(Wrong::NoNumber)),
            ("10000", Doing::Count, Err(Wrong::Most)),
        ];
        for (text, doing, number) in table {
            assert_eq!(read(text, doing), number, "{text}");
        }
    }
}
