//! What one row says.

use crate::planogram::geometry::Dimensions;
use crate::{Gtin, Instant, Language, Money};

/// What one row of a file says.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// About a product or one of its variants.
    Goods(Box<Goods>),
    /// A review.
    Review(Box<Review>),
    /// A sale.
    Basket(Basket),
}

/// What a row says about one variant and its product. `None` is "the file does not say": what is stored stays.
///
/// A row that names an unknown variant makes it, provided that it has a name; one without (a price list, a stock list) is refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goods {
    /// What the merchant calls the product that this is a variant of: a parent's SKU, a handle, an item group. Without one the
    /// variant is a product of its own, called by its SKU or its barcode.
    pub product: Option<String>,
    /// The merchant's number of the variant. `None` in a row that is only about the product.
    pub sku: Option<String>,
    /// A barcode whose check digit is proved.
    pub gtin: Option<Gtin>,
    /// What the texts are written in; `None` is the file's own language.
    pub language: Option<Language>,
    /// The product's texts, plain.
    pub texts: Vec<(TextField, String)>,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: Option<String>,
    /// The colour's name.
    pub colour: Option<String>,
    /// The colour itself, `#rrggbb`.
    pub hex: Option<String>,
    /// The size, or whatever else tells variants apart.
    pub size: Option<String>,
    /// What it costs.
    pub price: Option<PriceSaid>,
    /// Units in a store.
    pub quantity: Option<u32>,
    /// Which store, by its slug; `None` is the one that the import is for.
    pub store: Option<String>,
    /// Its box, mm.
    pub dimensions: Option<Dimensions>,
    /// Addresses or file names of pictures, the best first. They belong to the variant where the row has a colour, else to the product.
    pub pictures: Vec<String>,
    /// Addresses about the product. They take the place of those of the same types in the row's language.
    pub links: Vec<Link>,
    /// Stars that the source computed itself.
    pub given: Option<Given>,
    /// Whether the source sells it; `Some(false)` retires the product.
    pub listed: Option<bool>,
    /// SKUs of variants that stand in rows of their own and belong to this product (Magento's configurable products).
    pub variants: Vec<String>,
}

impl Goods {
    /// A row of a list of pictures: it says nothing of what a variant is.
    pub fn is_only_pictures(&self) -> bool {
        let said = Self { product: None, pictures: Vec::new(), ..self.clone() };
        self.product.is_some() && !self.pictures.is_empty() && said == Self::default()
    }
}

/// A product's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextField {
    /// What it is called.
    Name,
    /// Its brand.
    Brand,
    /// What it is: the last and closest of its category path.
    Category,
    /// The whole paths, one a line, parts separated by ` / `.
    Categories,
    /// What is written about it.
    Description,
    /// What it is made of.
    Materials,
    /// How to look after it.
    Care,
    /// Who makes it, with a sentence of theirs.
    Maker,
    /// Words put to it, one a line.
    Tags,
}

/// An address about a product.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// Its link type in the GS1 Web Vocabulary: `gs1:certificationInfo`.
    pub kind: String,
    /// Where it leads: https.
    pub url: String,
}

/// What a row says about a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceSaid {
    /// It has none: "price on request", never 0.
    OnRequest,
    /// It has one.
    Amount {
        /// Before any sale.
        price: Money,
        /// While on sale; below `price`.
        sale: Option<Money>,
        /// When the sale begins.
        from: Option<Instant>,
        /// When the sale ends.
        until: Option<Instant>,
    },
}

/// Stars that the source computed itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// In hundredths of a star out of five: 4.56 is 456.
    pub hundredths: u16,
    /// From how many; `None` when the source does not say.
    pub count: Option<u32>,
}

/// A review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The product's SKU, barcode, or key.
    pub product: String,
    /// The source's own number of the review; without one, author, text and time tell it apart.
    pub key: Option<String>,
    /// The best that the source's scale has, in tenths: 5 stars is 50.
    pub scale: u16,
    /// What was given, in tenths.
    pub value: u16,
    /// Its heading, plain; may be empty.
    pub title: String,
    /// Its text, plain; empty for stars only.
    pub body: String,
    /// Nickname.
    pub author: String,
    /// What it is written in; `None` where the file does not say.
    pub language: Option<Language>,
    /// The source knows that it was bought.
    pub verified: bool,
    /// How many found it helpful.
    pub helpful: u32,
    /// When; `None` where the file does not say.
    pub written_at: Option<Instant>,
    /// The size that was bought.
    pub size: Option<String>,
    /// From -2 (much too small) to 2 (much too large).
    pub fit: Option<i8>,
    /// Addresses or file names of photos.
    pub photos: Vec<String>,
}

/// A sale: what was in one basket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basket {
    /// The source's number, or the row's when the file has none.
    pub key: String,
    /// When.
    pub at: Option<Instant>,
    /// Barcode, SKU, or name, and how many; negative is a return.
    pub lines: Vec<(String, i32)>,
}

impl TextField {
    /// Every one, for tables and tests.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Brand,
        Self::Category,
        Self::Categories,
        Self::Description,
        Self::Materials,
        Self::Care,
        Self::Maker,
        Self::Tags,
    ];

    /// As it is stored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Brand => "brand",
            Self::Category => "category",
            Self::Categories => "categories",
            Self::Description => "description",
            Self::Materials => "materials",
            Self::Care => "care",
            Self::Maker => "maker",
            Self::Tags => "tags",
        }
    }
}

impl Goods {
    /// The text of a field, where the row has one.
    pub fn text(&self, field: TextField) -> Option<&str> {
        self.texts.iter().find(|(of, _)| *of == field).map(|(_, text)| text.as_str())
    }
}
