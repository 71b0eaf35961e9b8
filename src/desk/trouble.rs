//! What went wrong at the desk, said where it happened.

use super::work::use_desk;
use crate::client::Refusal;
use crate::i18n::{Words, language_of, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use api::Code;
use domain::Text;
use domain::gs1::ScanError;
use domain::reservation::State;

/// Why an act did not happen.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Trouble {
    /// The server's no, or none at all.
    Refused(Refusal),
    /// What was scanned means nothing.
    Unreadable(ScanError),
    /// It is some product, but none of this order.
    NotOnOrder(Option<Text>),
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
    /// Somebody else answered the call.
    CallTaken,
    /// The call is over.
    CallOver,
    /// The code is right, but its order is not ready.
    NotReady(State),
}

impl Trouble {
    /// The sentence.
    pub fn words(&self, i18n: Words) -> String {
        let language = language_of(i18n.get_locale());
        match self {
            // Somebody was faster.
            Self::Refused(refusal) if refusal.is(Code::NoSuchTask) => t_string!(i18n, desk.trouble.counted).to_owned(),
            Self::Refused(refusal) => message::act(i18n, refusal),
            Self::Unreadable(error) => message::scan_error(i18n, error),
            Self::NotOnOrder(None) => t_string!(i18n, desk.trouble.not_on_order).to_owned(),
            Self::NotOnOrder(Some(name)) => t_string!(i18n, desk.trouble.not_on_order_named, name = name.get(language).to_owned()),
            Self::WantsProduct => t_string!(i18n, desk.trouble.wants_product).to_owned(),
            Self::WantsShelf => t_string!(i18n, desk.trouble.wants_shelf).to_owned(),
            Self::WantsPickupCode => t_string!(i18n, desk.trouble.wants_pickup_code).to_owned(),
            Self::NothingForShelf => t_string!(i18n, desk.trouble.nothing_for_shelf).to_owned(),
            Self::ShelfOf(sign) => t_string!(i18n, desk.trouble.shelf_of, sign = sign.clone()),
            Self::NobodyWaits(number) => t_string!(i18n, desk.trouble.nobody_waits, number = number.to_string()),
            Self::StockIs(count) => t_string!(i18n, stock.stale, count = count.to_string()),
            Self::ShortfallGone => t_string!(i18n, stock.shortfall.gone).to_owned(),
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
    let sentence = move || desk.trouble.with(|trouble| trouble.as_ref().map(|trouble| trouble.words(i18n)));
    view! { <div class="trouble" role="alert">{move || sentence().map(|words| view! { <p class="trouble__words">{words}</p> })}</div> }
}
