//! What went wrong at the desk, said where it happened.

use super::due;
use super::work::{Desk, use_desk};
use crate::client::Refusal;
use crate::i18n::{Words, language_of, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use api::Code;
use domain::gs1::ScanError;
use domain::reservation::State;
use domain::{Instant, Text};

/// Why an act did not happen.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Trouble {
    /// The server's no, or none at all.
    Refused(Refusal),
    /// What was scanned means nothing.
    Unreadable(ScanError),
    /// It is some product, but none of this order.
    NotOnOrder(Wrong),
    /// Each order of the list has all it needs of it.
    AllIn,
    /// Too many wrong codes: none is checked until then.
    Locked(Instant),
    /// No open order has this number, name or item.
    NobodyFound(String),
    /// The scanned shelf is another one; the nearest goods belong there.
    OtherShelf(String),
    /// A code of another kind than this field wants.
    WantsProduct,
    WantsShelf,
    WantsPickupCode,
    /// Nothing goes back to this shelf.
    NothingForShelf,
    /// A product to put back was scanned; its shelf's label is wanted.
    ShelfOf(String),
    /// No order waits under this number.
    NobodyWaits(u32),
    /// Units came or went meanwhile: so many are on the floor now.
    StockIs(u32),
    /// The shortfall has closed.
    ShortfallGone,
    /// Somebody else began with the order.
    Taken,
    /// Somebody else answered the call.
    CallTaken,
    /// The call is over.
    CallOver,
    /// The code is right, but its order is not ready.
    NotReady(State),
}

/// A wrong item: what it is, what is wanted in its place, and who else waits for it; each as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wrong {
    pub name: Option<Text>,
    pub wanted: Option<Text>,
    pub other: Option<u32>,
}

impl Wrong {
    fn words(&self, i18n: Words) -> String {
        let language = language_of(i18n.get_locale());
        let is = match &self.name {
            Some(name) => t_string!(i18n, desk.trouble.not_on_order_named, name = name.get(language).to_owned()),
            None => t_string!(i18n, desk.trouble.not_on_order).to_owned(),
        };
        let wanted = self.wanted.as_ref().map(|wanted| t_string!(i18n, desk.trouble.wanted, name = wanted.get(language).to_owned()));
        let other = self.other.map(|number| t_string!(i18n, desk.trouble.other, number = number.to_string()));
        [Some(is), wanted, other].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl Trouble {
    /// The sentence.
    pub fn words(&self, i18n: Words, desk: Desk) -> String {
        match self {
            // Somebody was faster.
            Self::Refused(refusal) if refusal.is(Code::NoSuchTask) => t_string!(i18n, desk.trouble.counted).to_owned(),
            Self::Refused(refusal) => message::act(i18n, refusal),
            Self::Unreadable(error) => message::scan_error(i18n, error),
            Self::NotOnOrder(wrong) => wrong.words(i18n),
            Self::AllIn => t_string!(i18n, common.problem.already_picked).to_owned(),
            Self::Locked(until) => {
                let language = language_of(i18n.get_locale());
                let time = desk.zone.with(|zone| due::time(*until, desk.now.get(), language, zone.as_deref()));
                t_string!(i18n, desk.trouble.locked, time = time)
            }
            Self::NobodyFound(text) => t_string!(i18n, desk.trouble.nobody_found, text = text.clone()),
            Self::OtherShelf(sign) => t_string!(i18n, desk.trouble.other_shelf, sign = sign.clone()),
            Self::WantsProduct => t_string!(i18n, desk.trouble.wants_product).to_owned(),
            Self::WantsShelf => t_string!(i18n, desk.trouble.wants_shelf).to_owned(),
            Self::WantsPickupCode => t_string!(i18n, desk.trouble.wants_pickup_code).to_owned(),
            Self::NothingForShelf => t_string!(i18n, desk.trouble.nothing_for_shelf).to_owned(),
            Self::ShelfOf(sign) => t_string!(i18n, desk.trouble.shelf_of, sign = sign.clone()),
            Self::NobodyWaits(number) => t_string!(i18n, desk.trouble.nobody_waits, number = number.to_string()),
            Self::StockIs(count) => t_string!(i18n, stock.stale, count = count.to_string()),
            Self::ShortfallGone => t_string!(i18n, stock.shortfall.gone).to_owned(),
            Self::Taken => t_string!(i18n, desk.trouble.taken).to_owned(),
            Self::CallTaken => t_string!(i18n, call.desk.taken).to_owned(),
            Self::CallOver => t_string!(i18n, call.desk.over).to_owned(),
            Self::NotReady(state) => t_string!(i18n, desk.trouble.not_ready, state = message::state(i18n, *state)),
        }
    }
}

/// The sentence above the controls it is about; read out at once.
#[component]
pub(super) fn TroubleLine() -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let sentence = move || desk.trouble.with(|trouble| trouble.as_ref().map(|trouble| trouble.words(i18n, desk)));
    view! { <div class="trouble" role="alert">{move || sentence().map(|words| view! { <p class="trouble__words">{words}</p> })}</div> }
}
