//! A price that changes while somebody looks at it is said, once.

use super::look::Look;
use crate::i18n::{t_string, use_i18n};
use crate::prelude::*;
use crate::ui::price;
use crate::ui::toast::use_toasts;

/// Follows the chosen variant's price while the page stays.
pub(super) fn tell_price_changes(look: Look) {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let seen = Memo::new(move |_| look.variant.with(|variant| (variant.gtin, variant.price.map(|price| price.now))));
    Effect::new(move |before: Option<(domain::Gtin, Option<domain::Money>)>| {
        let (gtin, now) = seen.get();
        // Another variant's price is no change.
        if before.is_some_and(|(known, before)| known == gtin && before != now) {
            toasts.say(match now {
                Some(now) => t_string!(i18n, product.price_changed, price = price::words(i18n, now)),
                None => t_string!(i18n, product.price_gone).to_owned(),
            });
        }
        (gtin, now)
    });
}
