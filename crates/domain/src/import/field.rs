//! What a column may be about.

use serde::{Deserialize, Serialize};

/// What the rows of a file are about: the same heading means different things in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Subject {
    /// Products, variants, prices, stock.
    Goods,
    /// Reviews.
    Reviews,
    /// Sales.
    Sales,
}

/// What a column is about. On the wire and in kept settings its kebab-case name, which never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Field {
    /// Nothing that is taken.
    Ignore,
    /// What holds variants together: a parent's SKU, a handle, an item group. In reviews, the product as the source calls it.
    Product,
    /// The merchant's number of a variant. In sales, the item as the till calls it.
    Sku,
    /// A GTIN.
    Barcode,
    /// A product's name.
    Name,
    /// A brand.
    Brand,
    /// A category, or paths of them.
    Category,
    /// What is written about a product.
    Description,
    /// What it is made of.
    Materials,
    /// How to look after it.
    Care,
    /// Who makes it.
    Maker,
    /// Words put to it.
    Tags,
    /// Where it was made.
    Country,
    /// A colour's name.
    Colour,
    /// A colour as `#rrggbb`.
    Hex,
    /// A size.
    Size,
    /// An option of the shop's own: its name or its value, by the column's number ("Option1 Name", "Option1 Value").
    Option,
    /// A price.
    Price,
    /// A price while on sale.
    SalePrice,
    /// What it cost before the price was lowered.
    PriceBefore,
    /// Per cent off.
    Discount,
    /// When a sale begins.
    SaleFrom,
    /// When a sale ends.
    SaleUntil,
    /// When a sale begins and ends, as Google writes it: two moments with a `/` between.
    SalePeriod,
    /// What the prices are in.
    Currency,
    /// Units: in stock, or sold.
    Quantity,
    /// A store's slug.
    Store,
    /// Left to right.
    Width,
    /// Bottom to top.
    Height,
    /// Front to back.
    Depth,
    /// What lengths are in.
    LengthUnit,
    /// Addresses or names of pictures.
    Picture,
    /// Addresses about the product, by link type of GS1 Digital Link.
    Link,
    /// What texts are written in.
    Language,
    /// Whether it is sold.
    Listed,
    /// Stars that the source computed; in reviews, stars given.
    Stars,
    /// From how many reviews.
    StarsCount,
    /// The most stars that can be given.
    StarsBest,
    /// The source's number of a review or a basket.
    Key,
    /// A review's heading.
    Title,
    /// A review's text.
    Body,
    /// Who wrote a review.
    Author,
    /// Whether it was bought.
    Verified,
    /// How many found it helpful.
    Helpful,
    /// When it was written or sold.
    Date,
    /// How it fits.
    Fit,
}

impl Field {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 46] = [
        Self::Ignore,
        Self::Product,
        Self::Sku,
        Self::Barcode,
        Self::Name,
        Self::Brand,
        Self::Category,
        Self::Description,
        Self::Materials,
        Self::Care,
        Self::Maker,
        Self::Tags,
        Self::Country,
        Self::Colour,
        Self::Hex,
        Self::Size,
        Self::Option,
        Self::Price,
        Self::SalePrice,
        Self::PriceBefore,
        Self::Discount,
        Self::SaleFrom,
        Self::SaleUntil,
        Self::SalePeriod,
        Self::Currency,
        Self::Quantity,
        Self::Store,
        Self::Width,
        Self::Height,
        Self::Depth,
        Self::LengthUnit,
        Self::Picture,
        Self::Link,
        Self::Language,
        Self::Listed,
        Self::Stars,
        Self::StarsCount,
        Self::StarsBest,
        Self::Key,
        Self::Title,
        Self::Body,
        Self::Author,
        Self::Verified,
        Self::Helpful,
        Self::Date,
        Self::Fit,
    ];

    /// Whether several columns may say it.
    pub const fn may_repeat(self) -> bool {
        matches!(self, Self::Ignore | Self::Picture | Self::Link | Self::Category | Self::Tags | Self::Option)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_offered_once_and_read_back_by_its_name() {
        let names: std::collections::BTreeSet<_> = Field::ALL.iter().map(|field| serde_json::to_string(field).expect("a name")).collect();
        assert_eq!(names.len(), Field::ALL.len());
        for field in Field::ALL {
            let name = serde_json::to_string(&field).expect("a name");
            assert_eq!(serde_json::from_str::<Field>(&name).expect("read back"), field);
        }
        assert_eq!(serde_json::to_string(&Field::SalePrice).expect("a name"), "\"sale-price\"");
    }
}
