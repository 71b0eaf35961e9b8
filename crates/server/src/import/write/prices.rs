//! What a price cell does to a variant's prices.

use crate::store::record::PriceRecord;
use domain::ids::StoreId;
use domain::import::PriceSaid;
use domain::{Currency, Instant};
use uuid::Uuid;

/// Prices of a store, or of all stores for `None`, in the said currency become what the row says; all others stay.
/// What is already so keeps its id and beginning, so that the same file changes nothing.
pub(super) fn set(prices: &mut Vec<PriceRecord>, said: &PriceSaid, store: Option<StoreId>, default: Option<Currency>, now: Instant) {
    let store = store.map(|store| store.to_string());
    let currency = match said {
        PriceSaid::Amount { price, .. } => Some(price.currency),
        PriceSaid::OnRequest => default,
    };
    let is_meant = |price: &PriceRecord| price.store == store && currency.is_none_or(|currency| price.currency == currency.as_str());
    let (old, mut kept): (Vec<_>, Vec<_>) = std::mem::take(prices).into_iter().partition(is_meant);
    if let PriceSaid::Amount { price, sale, from, until } = *said {
        // What holds already keeps its beginning.
        let begin = old.first().map_or(now.millis(), |first| first.from);
        let sale_begins = from.map(Instant::millis).or_else(|| old.iter().find(|old| old.sale.is_some()).map(|old| old.from));
        let row = |sale: Option<i64>, from: i64, until: Option<i64>| PriceRecord {
            id: Uuid::now_v7().to_string(),
            store: store.clone(),
            currency: price.currency.to_string(),
            minor: price.minor,
            sale,
            from,
            until,
        };
        let sale = sale.map(|sale| sale.minor);
        let mut rows = match (sale, from, until) {
            (Some(_), None, None) | (None, ..) => vec![row(sale, begin, None)],
            // While the sale lasts its row wins, because it begins later.
            (Some(_), ..) => {
                let starts = sale_begins.unwrap_or(now.millis());
                vec![row(None, begin.min(starts - 1), None), row(sale, starts, until.map(Instant::millis))]
            }
        };
        for (row, old) in rows.iter_mut().zip(old) {
            row.id = old.id;
        }
        kept.extend(rows);
    }
    kept.sort_by(PriceRecord::order);
    *prices = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Money;

    const NOW: Instant = Instant::from_millis(1_000_000);

    fn won(minor: i64) -> Money {
        Money { minor, currency: Currency::KRW }
    }

    fn amount(minor: i64, sale: Option<i64>, until: Option<i64>) -> PriceSaid {
        PriceSaid::Amount { price: won(minor), sale: sale.map(won), from: None, until: until.map(Instant::from_millis) }
    }

    #[test]
    fn the_same_price_later_changes_nothing() {
        for said in [amount(5000, None, None), amount(5000, Some(4000), None), amount(5000, Some(4000), Some(9_000_000))] {
            let mut prices = Vec::new();
            set(&mut prices, &said, None, None, NOW);
            let first = prices.clone();
            set(&mut prices, &said, None, None, Instant::from_millis(2_000_000));
            assert_eq!(prices, first, "{said:?}");
        }
    }

    #[test]
    fn a_sale_with_an_end_leaves_the_price_after_it() {
        let mut prices = Vec::new();
        set(&mut prices, &amount(5000, Some(4000), Some(9_000_000)), None, None, NOW);
        let at = |moment: i64| {
            let holds = |price: &&PriceRecord| price.from <= moment && price.until.is_none_or(|until| until > moment);
            prices.iter().filter(holds).max_by_key(|price| price.from).map(|price| price.sale.unwrap_or(price.minor))
        };
        assert_eq!((at(1_000_000), at(8_999_999), at(9_000_000)), (Some(4000), Some(4000), Some(5000)));
    }

    #[test]
    fn on_request_takes_the_price_away_and_other_currencies_stay() {
        let mut prices = Vec::new();
        set(&mut prices, &amount(5000, None, None), None, None, NOW);
        let euro = Money { minor: 390, currency: "EUR".parse().expect("euro") };
        set(&mut prices, &PriceSaid::Amount { price: euro, sale: None, from: None, until: None }, None, None, NOW);
        set(&mut prices, &PriceSaid::OnRequest, None, Some(Currency::KRW), NOW);
        assert_eq!(prices.iter().map(|price| price.currency.as_str()).collect::<Vec<_>>(), ["EUR"]);
    }

    #[test]
    fn a_store_has_a_price_of_its_own_beside_the_one_of_all() {
        let (mut prices, store) = (Vec::new(), Some(StoreId::new(Uuid::from_u128(1))));
        set(&mut prices, &amount(5000, None, None), None, None, NOW);
        set(&mut prices, &amount(4500, None, None), store, None, NOW);
        let both = |prices: &[PriceRecord]| prices.iter().map(|price| (price.store.is_some(), price.minor)).collect::<Vec<_>>();
        assert_eq!(both(&prices), [(false, 5000), (true, 4500)]);
        set(&mut prices, &PriceSaid::OnRequest, store, Some(Currency::KRW), NOW);
        assert_eq!(both(&prices), [(false, 5000)]);
    }
}
