//! What a row says about a price: the price, a sale, its time.

use super::record::Cell;
use super::said::Said;
use super::{date, number};
use domain::import::price::{self, Read};
use domain::import::{Field, PriceSaid, Reason};
use domain::{Currency, Instant, Money};

/// The price; `None` where the row says none or what it says is refused.
pub fn read(said: &mut Said) -> Option<PriceSaid> {
    let cell = said.cell(Field::Price)?;
    let currency = currency(said).ok()?;
    let now = match money(said, cell, currency)? {
        Read::Unsaid => return None,
        Read::OnRequest => return Some(PriceSaid::OnRequest),
        Read::Amount(money) => money,
    };
    let before = amount(said, Field::PriceBefore, currency).filter(|before| before.currency == now.currency && before.minor > now.minor);
    let (price, sale) = match before {
        Some(before) => (before, Some(now)),
        None => (now, sale(said, now, currency)),
    };
    let (from, until) = if sale.is_some() { period(said) } else { (None, None) };
    Some(PriceSaid::Amount { price, sale, from, until })
}

/// The row's own currency, else the file's.
fn currency(said: &mut Said) -> Result<Option<Currency>, ()> {
    let Some(cell) = said.cell(Field::Currency) else { return Ok(said.context.currency) };
    price::currency(cell.value.trim(), said.context.currency).map(Some).map_err(|_| said.flag(cell, Reason::UnknownCurrency))
}

fn money(said: &mut Said, cell: &Cell, currency: Option<Currency>) -> Option<Read> {
    price::read(&cell.value, currency).map_err(|reason| said.flag(cell, reason)).ok()
}

fn amount(said: &mut Said, field: Field, currency: Option<Currency>) -> Option<Money> {
    let cell = said.cell(field)?;
    match money(said, cell, currency)? {
        Read::Amount(money) => Some(money),
        Read::Unsaid | Read::OnRequest => None,
    }
}

/// The price while on sale, said or by per cent; one that is not below the price is flagged.
fn sale(said: &mut Said, price: Money, currency: Option<Currency>) -> Option<Money> {
    let (cell, sale) = match (said.cell(Field::SalePrice), said.cell(Field::Discount)) {
        (Some(cell), _) => (cell, amount(said, Field::SalePrice, currency)?),
        (None, Some(cell)) => match number::scaled(cell.value.trim().trim_end_matches('%'), 2) {
            Some(0) => return None,
            Some(hundredths @ 1..10_000) => (cell, Money { minor: lowered(price.minor, hundredths), ..price }),
            _ => (cell, price),
        },
        (None, None) => return None,
    };
    if sale.currency == price.currency && sale.minor < price.minor && sale.minor > 0 {
        return Some(sale);
    }
    said.flag(cell, Reason::SaleNotBelow);
    None
}

/// Less so many hundredths of a per cent, rounded half up.
fn lowered(minor: i64, hundredths: i64) -> i64 {
    let kept = i128::from(minor) * i128::from(10_000 - hundredths) + 5_000;
    i64::try_from(kept / 10_000).unwrap_or(minor)
}

fn period(said: &mut Said) -> (Option<Instant>, Option<Instant>) {
    let Some(cell) = said.cell(Field::SalePeriod) else { return (said.instant(Field::SaleFrom), said.instant(Field::SaleUntil)) };
    let zone = &said.context.zone;
    let both = cell.value.split_once('/').map(|(from, until)| (date::read(from, zone), date::read_end(until, zone)));
    match both {
        Some((Some(from), Some(until))) if from < until => (Some(from), Some(until)),
        _ => {
            said.flag(cell, Reason::NotADate);
            (None, None)
        }
    }
}
