//! For other systems, with a key: goods, prices, stock, reviews and sales, up to 1,000 in a batch, each with what became of it.
//!
//! Texts are plain: markup in them is shown as it stands. A field that an item does not have is "we do not say", and what is stored
//! stays; an item with a field that is unknown or of another kind is refused, the others are taken.

mod item;
mod items;
pub mod push_prices;
pub mod push_products;
pub mod push_reviews;
pub mod push_sales;
pub mod push_stock;
mod result;

pub use item::{PriceItem, ProductItem, ProductTexts, ReviewItem, SaleItem, SaleLine, Size, StockItem, VariantItem, VariantPrice};
pub use items::{Items, MOST};
pub use result::{Batch, ItemFlag, ItemResult, Outcome};
