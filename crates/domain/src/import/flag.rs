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
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
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
    /// The picture cannot be had. The row is taken without it.
    NoPicture,
    /// What stands here is no record of this format.
    Unreadable,
    /// A reason that a newer server knows.
    #[serde(other)]
    Other,
}

impl Reason {
    /// Whether the row as a whole is refused for it.
    pub const fn refuses(&self) -> bool {
        !matches!(
            self,
            Self::CheckDigit { .. }
                | Self::NotABarcode
                | Self::BarcodeTaken
                | Self::SaleNotBelow
                | Self::NegativeQuantity
                | Self::NotADate
                | Self::NotALength
                | Self::TooLong { .. }
                | Self::NoPicture
        )
    }
}
