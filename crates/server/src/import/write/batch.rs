//! What a batch of rows is about: the products that it names, as they are and as they should be.

use super::super::{Row, Terms};
use crate::bulk;
use crate::store::bulk::{AskBulk as _, Bulk, Cells};
use crate::store::named::Named;
use crate::store::record::{self, ProductRecord};
use crate::store::{Ask as _, StoreError, Tx, text};
use domain::Gtin;
use domain::ids::{ProductId, StoreId, VariantId};
use domain::import::{Basket, Entry, Goods, Review};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Everything that a batch's rows name.
pub(super) struct Batch {
    pub(super) terms: Terms,
    /// As they should be.
    pub(super) products: BTreeMap<ProductId, ProductRecord>,
    /// As they are.
    before: HashMap<ProductId, ProductRecord>,
    /// What codes lead to, with their kinds.
    pub(super) codes: HashMap<(String, String), (ProductId, VariantId)>,
    /// What the merchant calls products.
    pub(super) keys: HashMap<String, ProductId>,
    /// Pictures that were brought before, by where they came from.
    pub(super) brought: HashMap<String, String>,
    /// Pictures that rows name, and on what.
    pub(super) named: BTreeSet<Named>,
    /// Products that rows of goods are about.
    pub(super) meant: HashSet<ProductId>,
    /// Figures said for a store; no figure is "in the range, none here".
    pub(super) figures: BTreeMap<(StoreId, VariantId), (ProductId, Option<u32>)>,
    /// Reviews, to be written when the products are.
    pub(super) reviews: Vec<Review>,
    /// Baskets with the row that they stand in.
    pub(super) baskets: Vec<(u64, Basket)>,
    /// Variants made by this batch that no barcode leads to.
    pub(super) unlabelled: Vec<(ProductId, VariantId, String)>,
    next_position: i64,
}

impl Batch {
    /// Looks up everything that the rows name.
    pub(super) async fn gather(tx: &mut Tx, terms: &Terms, rows: &[Row]) -> Result<Self, StoreError> {
        let mut names = Names::default();
        rows.iter().flat_map(|row| &row.entries).for_each(|entry| names.read(entry));
        let codes = record::by_code(tx, terms.org, &names.codes()).await?;
        let keys = record::by_key(tx, terms.org, &names.texts.iter().cloned().collect::<Vec<_>>()).await?;
        let ids: HashSet<ProductId> = codes.values().map(|(product, _)| *product).chain(keys.values().copied()).collect();
        let found = record::load(tx, terms.org, &ids.into_iter().collect::<Vec<_>>()).await?;
        let before: HashMap<ProductId, ProductRecord> = found.into_iter().map(|product| (product.id, product)).collect();
        let mut batch = Self {
            terms: terms.clone(),
            products: before.iter().map(|(id, product)| (*id, product.clone())).collect(),
            keys,
            codes: HashMap::new(),
            brought: brought(tx, terms, names.pictures).await?,
            named: BTreeSet::new(),
            meant: HashSet::new(),
            figures: BTreeMap::new(),
            reviews: Vec::new(),
            baskets: Vec::new(),
            unlabelled: Vec::new(),
            next_position: next_position(tx, terms).await?,
            before,
        };
        batch.know_codes();
        Ok(batch)
    }

    /// All codes of the loaded products, not only those that rows name.
    fn know_codes(&mut self) {
        for product in self.products.values() {
            for variant in &product.variants {
                for code in &variant.codes {
                    self.codes.insert((code.kind.clone(), code.code.clone()), (product.id, variant.id));
                }
            }
        }
    }

    /// What a text of a file leads to: a barcode, an SKU, or the merchant's name of a product with one variant.
    pub(super) fn variant_called(&self, name: &str) -> Option<(ProductId, VariantId)> {
        let code = |kind: &str, code: String| self.codes.get(&(kind.to_owned(), code)).copied();
        code("sku", name.to_owned()).or_else(|| name.parse::<Gtin>().ok().and_then(|gtin| code("gtin", gtin.to_string()))).or_else(|| {
            let product = self.products.get(self.keys.get(name)?)?;
            product.variants.first().map(|variant| (product.id, variant.id))
        })
    }

    /// The product that a text of a file leads to.
    pub(super) fn product_called(&self, name: &str) -> Option<ProductId> {
        self.keys.get(name).copied().or_else(|| self.variant_called(name).map(|(product, _)| product))
    }

    /// The product that a row is about.
    pub(super) fn product_of(&self, goods: &Goods) -> Option<&ProductRecord> {
        let named = goods.product.as_ref().or(goods.sku.as_ref()).and_then(|name| self.keys.get(name)).copied();
        let id = self.variant_of(goods).map(|(product, _)| product).or(named).or_else(|| self.product_called(&goods.gtin?.to_string()));
        self.products.get(&id?)
    }

    /// The variant that a row is about: by its codes, or the only one of its product.
    pub(super) fn variant_meant(&self, goods: &Goods) -> Option<VariantId> {
        let only = || match self.product_of(goods)?.variants.as_slice() {
            [only] => Some(only.id),
            _ => None,
        };
        self.variant_of(goods).map(|(_, variant)| variant).or_else(only)
    }

    /// The next place in the merchant's order.
    pub(super) fn take_position(&mut self) -> i64 {
        self.next_position += 1;
        self.next_position - 1
    }

    /// Products as they should be, each with how it is; those that lost their variants to another product are left out.
    pub(super) fn settled(&self) -> impl Iterator<Item = (&ProductRecord, Option<&ProductRecord>)> {
        self.products.values().map(|product| (product, self.before.get(&product.id)))
    }

    /// Products that are there and should not be: their variants went to another.
    pub(super) fn emptied(&self) -> Vec<ProductId> {
        self.before.keys().filter(|id| !self.products.contains_key(id)).copied().collect()
    }

    /// How a product is.
    pub(super) fn is_known(&self, id: ProductId) -> bool {
        self.before.contains_key(&id)
    }

    /// Gives variants that no barcode leads to an in-store number.
    pub(super) async fn number(&mut self, tx: &mut Tx) -> Result<(), StoreError> {
        let mut wanted = std::mem::take(&mut self.unlabelled);
        wanted.retain(|(product, variant, _)| {
            let record = self.products.get(product).and_then(|product| product.variants.iter().find(|one| one.id == *variant));
            record.is_some_and(|record| record.code("gtin").is_none() && record.code("in-store").is_none())
        });
        for attempt in 0_u64.. {
            if wanted.is_empty() {
                break;
            }
            let numbers: Vec<String> =
                wanted.iter().map(|(_, _, name)| domain::import::in_store_number(hash(name), attempt).to_string()).collect();
            let asked: Vec<(&str, String)> =
                numbers.iter().flat_map(|number| [("in-store", number.clone()), ("gtin", number.clone())]).collect();
            let taken = record::by_code(tx, self.terms.org, &asked).await?;
            let mut left = Vec::new();
            for ((product, variant, name), number) in wanted.into_iter().zip(numbers) {
                let is_taken = ["in-store", "gtin"].iter().any(|kind| {
                    let code = ((*kind).to_owned(), number.clone());
                    taken.contains_key(&code) || self.codes.contains_key(&code)
                });
                if is_taken {
                    left.push((product, variant, name));
                    continue;
                }
                self.codes.insert(("in-store".to_owned(), number.clone()), (product, variant));
                if let Some(record) = self.products.get_mut(&product).and_then(|product| product.variant(variant)) {
                    record.add_code("in-store", &number);
                }
            }
            wanted = left;
        }
        Ok(())
    }
}

/// The first eight bytes of a name's hash: the same SKU gets the same number anywhere.
fn hash(name: &str) -> u64 {
    let bytes = blake3::hash(name.as_bytes());
    bytes.as_bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// What rows name.
#[derive(Default)]
struct Names {
    /// SKUs, keys, whatever reviews and baskets call a product.
    texts: HashSet<String>,
    gtins: HashSet<Gtin>,
    pictures: HashSet<String>,
}

impl Names {
    fn read(&mut self, entry: &Entry) {
        match entry {
            Entry::Goods(goods) => self.goods(goods),
            Entry::Review(review) => self.name(&review.product),
            Entry::Basket(basket) => basket.lines.iter().for_each(|(item, _)| self.name(item)),
        }
    }

    fn goods(&mut self, goods: &Goods) {
        self.texts.extend(goods.product.iter().chain(&goods.sku).chain(&goods.variants).cloned());
        if goods.is_only_pictures() {
            self.gtins.extend(goods.product.iter().filter_map(|name| name.parse::<Gtin>().ok()));
        }
        if let Some(gtin) = goods.gtin {
            self.gtins.insert(gtin);
            // A product without SKU is called by its barcode.
            self.texts.insert(gtin.to_string());
        }
        self.pictures.extend(goods.pictures.iter().cloned());
    }

    fn name(&mut self, name: &str) {
        self.texts.insert(name.to_owned());
        self.gtins.extend(name.parse::<Gtin>().ok());
    }

    fn codes(&self) -> Vec<(&'static str, String)> {
        let skus = self.texts.iter().map(|text| ("sku", text.clone()));
        skus.chain(self.gtins.iter().map(|gtin| ("gtin", gtin.to_string()))).collect()
    }
}

async fn brought(tx: &mut Tx, terms: &Terms, sources: HashSet<String>) -> Result<HashMap<String, String>, StoreError> {
    const SQL: Bulk = bulk!("SELECT source, hash FROM picture_source WHERE org_id = $2 AND source IN (SELECT r.value->>0 FROM", ")");
    let rows: Vec<Cells> = sources.into_iter().map(|source| vec![json!(source)]).collect();
    let found = tx.fetch_bulk(SQL, &rows, &[text(terms.org)]).await?;
    found.iter().map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))).collect()
}

async fn next_position(tx: &mut Tx, terms: &Terms) -> Result<i64, StoreError> {
    let sql = "SELECT COALESCE(MAX(position) + 1, 0) FROM product WHERE org_id = $1";
    tx.fetch_one(sql, &[text(terms.org)]).await?.map_or(Ok(0), |row| row.int(0))
}
