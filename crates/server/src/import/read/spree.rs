//! Spree's product export: a product's row, rows of its variants, and rows that only add another currency's price.

use super::goods;
use super::record::{Record, flag};
use super::said::{Context, Said};
use domain::import::{Entry, Field, Flag, PriceSaid, Reason};

/// What a row says.
pub fn read(record: &Record, context: &Context) -> (Vec<Entry>, Vec<Flag>) {
    let mut said = Said::new(record, context);
    let has_options = said.cell(Field::Option).is_some();
    let mut goods = goods::read(&mut said);
    let mut flags = said.flags;
    // The "master": it has the product's name and no price of its own. One with a price is sold as it is.
    let has_price = matches!(goods.price, Some(PriceSaid::Amount { .. }));
    if said_name(&goods) && !has_options && !has_price {
        goods.sku = None;
        goods.price = None;
        goods.quantity = None;
        goods.dimensions = None;
    }
    if !goods::has_key(&goods) {
        flags.push(flag("slug", "", Reason::NoKey));
    }
    (vec![Entry::Goods(Box::new(goods))], flags)
}

fn said_name(goods: &domain::import::Goods) -> bool {
    goods.text(domain::import::TextField::Name).is_some()
}
