//! What items say about goods.

use super::reading::{Reading, SHORT};
use api::integration::PriceItem;
use domain::import::{Goods, PriceSaid, Reason};

/// What something costs; nothing where it is wrong, which is flagged.
pub(super) fn price(column: &str, price: &PriceItem, reading: &mut Reading<'_>) -> Option<PriceSaid> {
    if price.on_request {
        if price.minor.is_some() || price.sale_minor.is_some() {
            reading.flag(format!("{column}.onRequest"), true, Reason::NotAPrice);
        }
        return Some(PriceSaid::OnRequest);
    }
    let amount = reading.money(column, price.minor, price.currency.as_deref())?;
    let sale = match price.sale_minor {
        None => None,
        Some(_) => reading.money(&format!("{column}.sale"), price.sale_minor, price.currency.as_deref()),
    };
    let below = sale.filter(|sale| sale.minor < amount.minor);
    if let (Some(sale), None) = (sale, below) {
        reading.flag(format!("{column}.saleMinor"), sale.minor, Reason::SaleNotBelow);
    }
    // A beginning and an end mean nothing without a sale.
    let (from, until) = below.map_or((None, None), |_| (price.sale_from, price.sale_until));
    if from.zip(until).is_some_and(|(from, until)| from >= until) {
        reading.flag(format!("{column}.saleUntil"), "", Reason::NotADate);
        return Some(PriceSaid::Amount { price: amount, sale: None, from: None, until: None });
    }
    Some(PriceSaid::Amount { price: amount, sale: below, from, until })
}

/// Goods that are named and nothing else; flagged where nothing names them.
pub(super) fn named(sku: Option<String>, gtin: Option<String>, product: Option<String>, reading: &mut Reading<'_>) -> Goods {
    let goods = Goods {
        sku: reading.text("sku", sku, SHORT),
        gtin: reading.gtin("gtin", gtin),
        product: reading.text("product", product, SHORT),
        ..Goods::default()
    };
    if goods.sku.is_none() && goods.gtin.is_none() && goods.product.is_none() {
        reading.flag("", "", Reason::NoKey);
    }
    goods
}
