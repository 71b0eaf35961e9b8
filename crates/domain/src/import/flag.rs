//! What is wrong with a row, and where.

use serde::{Deserialize, Serialize};

/// What is wrong with a cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// The column as the file calls it; empty when it is the row as a whole.
    pub column: String,
    /// What stands there, cut to what a person reads.
    pub value: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What can be wrong. On the wire and in reports a code; both sides render it from `locales/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase", from = "Wire")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Reason {
    /// The barcode's last digit does not fit. The row is taken, the product gets no such GTIN.
    CheckDigit {
        /// What stands there.
        found: u8,
        /// What should stand there.
        expected: u8,
    },
    /// The barcode is not 8, 12, 13 or 14 digits. The row is taken without it.
    NotABarcode,
    /// The barcode belongs to another variant already. The row is taken without it.
    BarcodeTaken,
    /// An earlier row of the same file has the barcode. The row is taken without it.
    BarcodeTwice {
        /// Which row.
        row: u64,
        /// Its SKU; its barcode where it has none.
        name: String,
    },
    /// An earlier row of the same file says otherwise. The row is taken without it.
    SaidBefore {
        /// Which row.
        row: u64,
    },
    /// A row without a name cannot make a product.
    NoName,
    /// Neither SKU, barcode nor product key: nothing says what the row is about.
    NoKey,
    /// A price or a stock figure of something that is not in the catalogue.
    UnknownProduct,
    /// No price can be read from it.
    NotAPrice,
    /// A price below zero.
    NegativePrice,
    /// The sale price is not below the price. The row is taken without the sale.
    SaleNotBelow,
    /// No currency is said, and the store sells in none.
    NoCurrency,
    /// Not one that ISO 4217 knows.
    UnknownCurrency,
    /// Not a whole number of units.
    NotAQuantity,
    /// Fewer than none. The row is taken, with none.
    NegativeQuantity,
    /// A stock figure needs a store, and there are several.
    NoStore,
    /// There is no such store.
    UnknownStore,
    /// Stars outside their scale, or none.
    NotARating,
    /// No moment can be read from it. The row is taken without it.
    NotADate,
    /// Sizes that are no lengths. The row is taken without them.
    NotALength,
    /// A text longer than anything a screen shows; it is cut.
    TooLong {
        /// The most, in characters.
        at_most: u32,
    },
    /// The row has other columns than the header says.
    Columns {
        /// As many as the header has.
        expected: u32,
        /// As many as the row has.
        found: u32,
    },
    /// Bytes that are no text in the file's encoding.
    NotText,
    /// No link type with an https address. The row is taken without it.
    NotALink,
    /// The picture cannot be had. The row is taken without it.
    NoPicture,
    /// What stands here is no record of this format.
    Unreadable,
    /// A reason that a newer server knows.
    Other,
}

/// A [`Reason`] as it is read: flat, because serde's own way through a tag is one that the browser does not have (decision 0006).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    code: String,
    found: Option<u32>,
    expected: Option<u32>,
    at_most: Option<u32>,
    row: Option<u64>,
    name: Option<String>,
}

impl From<Wire> for Reason {
    fn from(wire: Wire) -> Self {
        match wire.code.as_str() {
            "not-a-barcode" => Self::NotABarcode,
            "barcode-taken" => Self::BarcodeTaken,
            "no-name" => Self::NoName,
            "no-key" => Self::NoKey,
            "unknown-product" => Self::UnknownProduct,
            "not-a-price" => Self::NotAPrice,
            "negative-price" => Self::NegativePrice,
            "sale-not-below" => Self::SaleNotBelow,
            "no-currency" => Self::NoCurrency,
            "unknown-currency" => Self::UnknownCurrency,
            "not-a-quantity" => Self::NotAQuantity,
            "negative-quantity" => Self::NegativeQuantity,
            "no-store" => Self::NoStore,
            "unknown-store" => Self::UnknownStore,
            "not-a-rating" => Self::NotARating,
            "not-a-date" => Self::NotADate,
            "not-a-length" => Self::NotALength,
            "not-text" => Self::NotText,
            "not-a-link" => Self::NotALink,
            "no-picture" => Self::NoPicture,
            "unreadable" => Self::Unreadable,
            _ => wire.with_figures().unwrap_or(Self::Other),
        }
    }
}

impl Wire {
    /// The kinds that say how much; none where a figure is missing.
    fn with_figures(&self) -> Option<Reason> {
        Some(match self.code.as_str() {
            "check-digit" => Reason::CheckDigit { found: self.found?.try_into().ok()?, expected: self.expected?.try_into().ok()? },
            "columns" => Reason::Columns { expected: self.expected?, found: self.found? },
            "too-long" => Reason::TooLong { at_most: self.at_most? },
            "barcode-twice" => Reason::BarcodeTwice { row: self.row?, name: self.name.clone()? },
            "said-before" => Reason::SaidBefore { row: self.row? },
            _ => return None,
        })
    }
}

impl Reason {
    /// Whether the row as a whole is refused for it.
    pub const fn refuses(&self) -> bool {
        !matches!(
            self,
            Self::CheckDigit { .. }
                | Self::NotABarcode
                | Self::BarcodeTaken
                | Self::BarcodeTwice { .. }
                | Self::SaidBefore { .. }
                | Self::SaleNotBelow
                | Self::NegativeQuantity
                | Self::NotADate
                | Self::NotALength
                | Self::TooLong { .. }
                | Self::NotALink
                | Self::NoPicture
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_survives_the_wire() {
        let figures = [
            Reason::CheckDigit { found: 8, expected: 4 },
            Reason::Columns { expected: 5, found: 3 },
            Reason::TooLong { at_most: 4000 },
            Reason::BarcodeTwice { row: 7, name: "A-1".into() },
            Reason::SaidBefore { row: 7 },
        ];
        let plain = [
            Reason::NotABarcode,
            Reason::BarcodeTaken,
            Reason::NoName,
            Reason::NoKey,
            Reason::UnknownProduct,
            Reason::NotAPrice,
            Reason::NegativePrice,
            Reason::SaleNotBelow,
            Reason::NoCurrency,
            Reason::UnknownCurrency,
            Reason::NotAQuantity,
            Reason::NegativeQuantity,
            Reason::NoStore,
            Reason::UnknownStore,
            Reason::NotARating,
            Reason::NotADate,
            Reason::NotALength,
            Reason::NotText,
            Reason::NotALink,
            Reason::NoPicture,
            Reason::Unreadable,
            Reason::Other,
        ];
        for reason in figures.into_iter().chain(plain) {
            let text = serde_json::to_string(&reason).expect("json");
            assert_eq!(serde_json::from_str::<Reason>(&text).expect("a reason"), reason, "{text}");
        }
    }

    #[test]
    fn a_reason_of_a_newer_server_or_half_a_one_is_other() {
        for text in [r#"{"code":"made-tomorrow","by":1}"#, r#"{"code":"too-long"}"#, r#"{"code":"check-digit","found":900,"expected":1}"#] {
            assert_eq!(serde_json::from_str::<Reason>(text).expect("a reason"), Reason::Other, "{text}");
        }
    }
}
