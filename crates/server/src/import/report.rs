//! What was wrong with rows, in words and as lines of a CSV file.

use crate::store::import::FlagRow;
use crate::words::say;
use domain::Language;
use domain::import::Reason;

/// Columns of the report.
pub const HEADINGS: [&str; 6] = ["file", "row", "column", "value", "reason", "taken"];

/// A line of the report. A cell that a spreadsheet would take for a formula begins with an apostrophe.
pub fn line(file: &str, row: &FlagRow, language: Language) -> [String; 6] {
    let taken = if row.refused { "no" } else { "in part" };
    [
        file.to_owned(),
        row.row.to_string(),
        row.flag.column.clone(),
        row.flag.value.clone(),
        words(&row.flag.reason, language),
        taken.to_owned(),
    ]
    .map(harmless)
}

/// Spreadsheets run what begins with these (OWASP, CSV injection).
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

/// The sentence of `locales/` for a reason.
pub fn words(reason: &Reason, language: Language) -> String {
    let told = serde_json::to_value(reason).unwrap_or_default();
    let code = told["code"].as_str().unwrap_or("other").replace('-', "_");
    let blank = |name: &str| told[name].as_u64().map(|number| number.to_string()).unwrap_or_default();
    let name = told["name"].as_str().unwrap_or_default().to_owned();
    let blanks =
        [("found", blank("found")), ("expected", blank("expected")), ("most", blank("atMost")), ("row", blank("row")), ("name", name)];
    say(language, &format!("imports.reason.{code}"), &blanks.each_ref().map(|(name, value)| (*name, value.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::import::Flag;

    #[test]
    fn a_cell_of_the_report_is_no_formula() {
        let flag = Flag { column: "@price".into(), value: "=HYPERLINK(1)".into(), reason: Reason::NotAPrice };
        let line = line("-file.csv", &FlagRow { row: 7, flag, refused: true }, Language::EN);
        assert_eq!(line[..4], ["'-file.csv", "7", "'@price", "'=HYPERLINK(1)"].map(str::to_owned));
    }

    #[test]
    fn every_reason_is_a_sentence_in_both_languages() {
        let codes = [
            "check-digit",
            "not-a-barcode",
            "barcode-taken",
            "barcode-twice",
            "said-before",
            "no-name",
            "no-key",
            "unknown-product",
            "not-a-price",
            "negative-price",
            "sale-not-below",
            "no-currency",
            "unknown-currency",
            "not-a-quantity",
            "negative-quantity",
            "no-store",
            "unknown-store",
            "not-a-rating",
            "not-a-date",
            "not-a-length",
            "too-long",
            "columns",
            "not-text",
            "not-a-link",
            "no-picture",
            "unreadable",
            "made-tomorrow",
        ];
        for code in codes {
            let wire = serde_json::json!({ "code": code, "found": 8, "expected": 4, "atMost": 100, "row": 7, "name": "A-1" });
            let reason: Reason = serde_json::from_value(wire).expect("a reason");
            for language in [Language::KO, Language::EN] {
                let words = words(&reason, language);
                assert!(!words.is_empty() && !words.contains("{{"), "{code}: {words}");
            }
        }
    }
}
