//! Sales: a line of a basket in each row, or a basket in each line.

use super::record::{Record, flag};
use super::said::{Context, Said};
use super::{number, plain};
use domain::import::{Basket, Entry, Field, Flag, Reason, barcode};

/// The basket whose rows are being read. Rows of one basket follow each other; it is told with its last one.
#[derive(Default)]
pub struct Open(Option<Basket>);

impl Open {
    /// What a row says, with the row after it.
    pub fn read(&mut self, record: &Record, next: Option<&Record>, context: &Context) -> (Vec<Entry>, Vec<Flag>) {
        let mut said = Said::new(record, context);
        let (key, line, at) = (said.key(Field::Key), line(&mut said), said.instant(Field::Date));
        let is_refused = said.flags.iter().any(|flag| flag.reason.refuses());
        let (Some(key), Some(line), false) = (key, line, is_refused) else {
            if !is_refused {
                said.flags.push(flag("", "", Reason::NoKey));
            }
            return (vec![], said.flags);
        };
        // A basket stays open where its last row was refused.
        let before = self.0.take_if(|basket| basket.key != key);
        let basket = self.0.get_or_insert_with(|| Basket { key: key.clone(), at, lines: vec![] });
        add(&mut basket.lines, line);
        let is_last = next.and_then(|next| Said::new(next, context).key(Field::Key)) != Some(key);
        let now = if is_last { self.0.take() } else { None };
        (before.into_iter().chain(now).map(Entry::Basket).collect(), said.flags)
    }

    /// The basket that is still open at the end.
    pub fn finish(&mut self) -> Option<Entry> {
        self.0.take().map(Entry::Basket)
    }
}

/// The item and how many, one where the row does not say.
fn line(said: &mut Said) -> Option<(String, i32)> {
    let gtin = said.cell(Field::Barcode).and_then(|cell| barcode::read(&cell.value).ok().flatten()).map(|gtin| gtin.to_string());
    let item = gtin.or_else(|| said.key(Field::Sku))?;
    let Some(cell) = said.cell(Field::Quantity) else { return Some((item, 1)) };
    match number::units(&cell.value).and_then(|units| i32::try_from(units).ok()) {
        Some(units) if units != 0 => Some((item, units)),
        _ => {
            said.flag(cell, Reason::NotAQuantity);
            None
        }
    }
}

/// A basket in a line, without headings: its items, each once for every time that it stands there.
pub fn basket(record: &Record) -> (Vec<Entry>, Vec<Flag>) {
    let mut lines = Vec::new();
    for item in record.cells.iter().map(|cell| plain::line(&cell.value)).filter(|item| !item.is_empty()) {
        add(&mut lines, (item, 1));
    }
    let basket = Basket { key: record.number.to_string(), at: None, lines };
    (vec![Entry::Basket(basket)], record.flags.clone())
}

/// Adds to the item, where the basket has it already.
pub fn add(lines: &mut Vec<(String, i32)>, (item, units): (String, i32)) {
    match lines.iter_mut().find(|(known, _)| *known == item) {
        Some((_, sum)) => *sum = sum.saturating_add(units),
        None => lines.push((item, units)),
    }
}
