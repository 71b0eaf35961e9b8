//! What somebody who calls wants, in words.

use crate::i18n::{Words, t_string};
use domain::call::CallWish;

/// As the shopper says it and the desk reads it.
pub fn words(i18n: Words, wish: CallWish) -> &'static str {
    match wish {
        CallWish::Question => t_string!(i18n, call.wish.question),
        CallWish::Another => t_string!(i18n, call.wish.another),
        CallWish::Try => t_string!(i18n, call.wish.touch),
        CallWish::Open => t_string!(i18n, call.wish.open),
        CallWish::Carry => t_string!(i18n, call.wish.carry),
        CallWish::Other => t_string!(i18n, call.wish.other),
    }
}
