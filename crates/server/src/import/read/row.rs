//! Rows of a file, each with what it says.

use super::record::{Record, Records};
use super::said::{Context, Said};
use super::settings::Format;
use super::{Unreadable, goods, json_goods, json_ld, magento, presets, record, review, sale, shopify, spree};
use domain::import::{Entry, Flag, Reason};
use std::iter::Peekable;

/// A row: one record of the file, whatever it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Where a person finds it: the line where it starts, the row of a sheet, the place in an array; from 1.
    pub number: u64,
    /// What it says. Nothing where a flag refuses the row, where only rows around it say something, and where there is nothing to take.
    pub entries: Vec<Entry>,
    /// What is wrong with it.
    pub flags: Vec<Flag>,
}

/// Rows in the file's order; each record gives one, and where the last row of a sale is refused, one more. After an error there are no more.
pub struct Rows {
    records: Peekable<Records>,
    format: Format,
    context: Context,
    number: u64,
    shopify: shopify::Before,
    basket: sale::Open,
}

impl Rows {
    pub(super) fn new(records: Records, format: Format, context: Context) -> Self {
        Self { records: records.peekable(), format, context, number: 0, shopify: shopify::Before::default(), basket: sale::Open::default() }
    }

    fn row(&mut self, record: Record) -> Row {
        let number = record.number;
        self.number = number;
        let (entries, flags) =
            if record.flags.iter().any(|flag| flag.reason == Reason::Unreadable) { (vec![], record.flags) } else { self.entries(record) };
        let is_refused = flags.iter().any(|flag| flag.reason.refuses());
        Row { number, entries: if is_refused { vec![] } else { entries }, flags }
    }

    fn entries(&mut self, record: Record) -> (Vec<Entry>, Vec<Flag>) {
        let context = &self.context;
        match self.format {
            Format::Goods | Format::GoogleProducts | Format::GoogleInventory => table(&record, context),
            Format::Pictures => presets::pictures(&record, context),
            Format::Magento => magento::read(record, context),
            Format::Shopify => self.shopify.read(record, context),
            Format::Spree => spree::read(&record, context),
            Format::Reviews => review::read(&record, context),
            Format::Sales => {
                let next = self.records.peek().and_then(|next| next.as_ref().ok());
                self.basket.read(&record, next, context)
            }
            Format::Baskets => sale::basket(&record),
            Format::JsonGoods => json_goods::read(&record, context),
            Format::JsonCarts => json_goods::cart(&record),
            Format::JsonLd => json_ld::read(&record, context),
        }
    }
}

/// Goods as the table says them.
fn table(record: &Record, context: &Context) -> (Vec<Entry>, Vec<Flag>) {
    let mut said = Said::new(record, context);
    let mut goods = goods::read(&mut said);
    if !goods::has_key(&goods) {
        goods.sku = goods::digits(&said);
    }
    if !goods::has_key(&goods) {
        said.flags.push(record::flag("", "", Reason::NoKey));
    }
    (vec![Entry::Goods(Box::new(goods))], said.flags)
}

impl Iterator for Rows {
    type Item = Result<Row, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        let Some(record) = self.records.next() else {
            let last = self.basket.finish()?;
            return Some(Ok(Row { number: self.number, entries: vec![last], flags: vec![] }));
        };
        Some(record.map(|record| self.row(record)))
    }
}
