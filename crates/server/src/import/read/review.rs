//! Reviews out of rows.

use super::number;
use super::record::{Cell, Record, flag};
use super::said::{Context, Said};
use domain::import::{Entry, Field, Flag, Reason, Review, barcode, language, plain_name, words};

/// The longest text, characters.
const BODY: u32 = 10_000;
/// The longest heading, and the longest nickname.
const TITLE: u32 = 300;
/// No scale goes further, in tenths.
const BEST: i64 = 1_000;

/// What a row says. An address of mail beside the nickname is not read: nobody needs it here.
pub fn read(record: &Record, context: &Context) -> (Vec<Entry>, Vec<Flag>) {
    let mut said = Said::new(record, context);
    let review = of(&mut said);
    (review.map(|review| Entry::Review(Box::new(review))).into_iter().collect(), said.flags)
}

fn of(said: &mut Said) -> Option<Review> {
    let product = product(said);
    if product.is_none() {
        said.flags.push(flag("", "", Reason::NoKey));
    }
    let stars = stars(said);
    let title = said.line(Field::Title, TITLE).unwrap_or_default();
    let body = said.lines(Field::Body, BODY).unwrap_or_default();
    let (value, scale) = stars?;
    Some(Review {
        product: product?,
        key: said.key(Field::Key),
        scale,
        value,
        author: said.line(Field::Author, TITLE).unwrap_or_default(),
        language: Some(said.language(&body).or_else(|| language::by_script(&title)).unwrap_or(said.context.language)),
        title,
        body,
        verified: said.cell(Field::Verified).and_then(|cell| words::yes(&cell.value)).unwrap_or(false),
        helpful: said
            .cell(Field::Helpful)
            .and_then(|cell| number::units(&cell.value))
            .and_then(|count| u32::try_from(count).ok())
            .unwrap_or(0),
        written_at: said.instant(Field::Date),
        size: said.line(Field::Size, TITLE),
        fit: said.cell(Field::Fit).and_then(|cell| words::fit(&cell.value)),
        photos: said.all(Field::Picture).flat_map(|cell| cell.value.split(['\n', '|'])).map(|photo| photo.trim().to_owned()).collect(),
    })
}

/// The product's key, else the barcode as 14 digits.
fn product(said: &mut Said) -> Option<String> {
    let gtin = said.cell(Field::Barcode).and_then(|cell| barcode::read(&cell.value).ok().flatten()).map(|gtin| gtin.to_string());
    said.key(Field::Product).or(gtin)
}

/// Value and scale, in tenths: `4`, `4.5`, `8/10`, `★★★★☆`. The scale is a column's, the heading's ("rating_10"), or five.
fn stars(said: &mut Said) -> Option<(u16, u16)> {
    let Some(cell) = said.cell(Field::Stars) else {
        said.flags.push(flag("", "", Reason::NotARating));
        return None;
    };
    let (value, of) = cell.value.split_once('/').map_or((&*cell.value, None), |(value, of)| (value, Some(of)));
    let said_best = said.cell(Field::StarsBest).map(|cell| cell.value.as_str());
    let best = of.or(said_best).map_or(Some(i64::from(scale(cell)) * 10), |best| number::scaled(best, 1));
    let drawn = value.chars().filter(|letter| *letter == '★').count() as i64 * 10;
    let value = if drawn > 0 { Some(drawn) } else { number::scaled(value, 1) };
    match (value, best) {
        (Some(value), Some(best)) if best <= BEST && (1..=best).contains(&value) => {
            Some((u16::try_from(value).ok()?, u16::try_from(best).ok()?))
        }
        _ => {
            said.flag(cell, Reason::NotARating);
            None
        }
    }
}

/// The best that the heading says.
fn scale(cell: &Cell) -> u16 {
    let name = plain_name(&cell.heading);
    let digits = &name
        [name.rfind(|letter: char| !letter.is_ascii_digit()).map_or(0, |at| at + name[at..].chars().next().map_or(1, char::len_utf8))..];
    digits.parse().ok().filter(|scale| [5, 10, 100].contains(scale)).unwrap_or(5)
}
