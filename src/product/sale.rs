//! How much less it costs, and until when.

use crate::browser::intl::{self, Moment};
use crate::i18n::{language_of, t_string, use_i18n};
use crate::prelude::*;
use crate::session::use_here;
use api::catalog::Price;
use domain::{Instant, Span};

/// "20% off, until November 30"; nothing where there is no sale.
#[component]
pub fn SaleLine(
    /// With the price before.
    price: Price,
) -> Markup {
    let i18n = use_i18n();
    let here = use_here().store.value();
    let day = move |end: Instant| {
        let zone = here.get().map(|store| store.time_zone.clone());
        // The sale ends as that moment begins: at midnight its last day is the one before.
        intl::moment(end - Span::millis(1), Moment::DayOfMonth, language_of(i18n.get_locale()), zone.as_deref())
    };
    let off = percent_off(price);
    let words = move || {
        let language = language_of(i18n.get_locale());
        let off = off.map(|off| t_string!(i18n, product.sale_off, percent = intl::percent(off, language)));
        let until = price.until.map(|end| t_string!(i18n, product.sale_until, day = day(end)));
        [off, until].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    price.before.map(|_| view! { <p class="tag__sale">{words}</p> }).into_markup()
}

/// Whole percent, rounded down: never more than it is. `None` below one.
fn percent_off(price: Price) -> Option<u32> {
    let before = price.before.filter(|before| before.currency == price.now.currency && before.minor > 0)?;
    let off = before.minor.checked_sub(price.now.minor)?.checked_mul(100)? / before.minor;
    u32::try_from(off).ok().filter(|off| *off > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Currency, Money};

    #[test]
    fn a_sale_never_promises_more_than_it_gives() {
        let won = |minor| Money { minor, currency: Currency::KRW };
        let of = |now, before: Option<i64>| percent_off(Price { now: won(now), before: before.map(won), until: None });
        let table = [
            (47_200, Some(59_000), Some(20)),
            (39_900, Some(59_000), Some(32)),
            (58_900, Some(59_000), None),
            (60_000, Some(59_000), None),
            (0, Some(59_000), Some(100)),
            (1, Some(0), None),
            (1, None, None),
            (i64::MIN, Some(i64::MAX), None),
        ];
        for (now, before, expected) in table {
            assert_eq!(of(now, before), expected, "{now} {before:?}");
        }
    }
}
