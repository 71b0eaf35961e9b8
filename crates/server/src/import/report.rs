//! What was wrong with rows, in words and as lines of a CSV file.

use crate::store::import::FlagRow;
use domain::import::Reason;

/// Columns of the report.
pub const HEADINGS: [&str; 6] = ["file", "row", "column", "value", "reason", "taken"];

/// A line of the report. A cell that a spreadsheet would take for a formula begins with an apostrophe.
pub fn line(file: &str, row: &FlagRow) -> [String; 6] {
    let taken = if row.refused { "no" } else { "in part" };
    [file.to_owned(), row.row.to_string(), row.flag.column.clone(), row.flag.value.clone(), words(&row.flag.reason), taken.to_owned()]
        .map(harmless)
}

/// Spreadsheets run what begins with these (OWASP, CSV injection).
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

/// In English, for the operator; screens render the code from `locales/`.
pub fn words(reason: &Reason) -> String {
    match reason {
        Reason::CheckDigit { found, expected } => format!("the barcode's check digit is {found}, should be {expected}; taken without it"),
        Reason::NotABarcode => "not a barcode of 8, 12, 13 or 14 digits; taken without it".into(),
        Reason::BarcodeTaken => "another variant has this code already; taken without it".into(),
        Reason::NoName => "a new product needs a name".into(),
        Reason::NoKey => "neither SKU, barcode nor product: nothing says what the row is about".into(),
        Reason::UnknownProduct => "no such product in the catalogue".into(),
        Reason::NotAPrice => "no price can be read from it".into(),
        Reason::NegativePrice => "a price below zero".into(),
        Reason::SaleNotBelow => "the sale price is not below the price; taken without the sale".into(),
        Reason::NoCurrency => "no currency: name one with --currency".into(),
        Reason::UnknownCurrency => "not a currency of ISO 4217".into(),
        Reason::NotAQuantity => "not a whole number of units".into(),
        Reason::NegativeQuantity => "fewer than none; taken as none".into(),
        Reason::NoStore => "stock needs a store: name one with --store".into(),
        Reason::UnknownStore => "there is no such store".into(),
        Reason::NotARating => "not a rating on its scale".into(),
        Reason::NotADate => "no date can be read from it; taken without it".into(),
        Reason::NotALength => "no length can be read from it; taken without it".into(),
        Reason::TooLong { at_most } => format!("longer than {at_most} characters; cut"),
        Reason::Columns { expected, found } => format!("the row has {found} columns, the header {expected}"),
        Reason::NotText => "bytes that are no text".into(),
        Reason::NoPicture => "the picture cannot be had; taken without it".into(),
        Reason::Unreadable => "cannot be read as a row of this format".into(),
        Reason::Other => "refused".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::import::Flag;

    #[test]
    fn a_cell_of_the_report_is_no_formula() {
        let flag = Flag { column: "@price".into(), value: "=HYPERLINK(1)".into(), reason: Reason::NotAPrice };
        let line = line("-file.csv", &FlagRow { row: 7, flag, refused: true });
        assert_eq!(line[..4], ["'-file.csv", "7", "'@price", "'=HYPERLINK(1)"].map(str::to_owned));
    }
}
