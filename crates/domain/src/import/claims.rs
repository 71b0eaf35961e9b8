//! A file that contradicts itself: the first row that says something is believed, a later one that says otherwise is told so. Without
//! this the last row of a file would win, and the same file would change what it had changed before, again and again.
//!
//! Facts are known by the names that rows give to things, so that nothing has to be looked up and an import that goes on hears its
//! earlier rows again. Of names and facts only hashes are kept: a hundred thousand products are a few megabytes.

use super::{Flag, Goods, PriceSaid, Reason, Review};
use crate::Gtin;
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What rows of a file have said so far.
#[derive(Default)]
pub struct Claims {
    facts: HashMap<u64, Fact>,
    barcodes: HashMap<Gtin, Owner>,
}

/// What was said first, and where.
struct Fact {
    said: u32,
    /// The variant that its row was about: variants of a product may name it differently, and nobody needs to hear of it.
    by: u32,
    row: u32,
}

/// Which row had a barcode first, and for which SKU.
struct Owner {
    sku: Option<String>,
    row: u64,
}

/// A row that is being heard.
struct Hearing<'a> {
    facts: &'a mut HashMap<u64, Fact>,
    row: u64,
    by: u32,
    flags: Vec<Flag>,
}

/// The longest value that a flag repeats, characters.
const SHOWN: usize = 80;

impl Claims {
    /// Takes out of a row's goods what an earlier row said otherwise; what that was.
    pub fn goods(&mut self, row: u64, goods: &mut Goods) -> Vec<Flag> {
        let mut flags: Vec<Flag> = self.barcode(row, goods).into_iter().collect();
        let owner = goods.gtin.and_then(|gtin| self.barcodes.get(&gtin)).and_then(|owner| owner.sku.clone());
        let name = goods.sku.clone().or(owner).or_else(|| goods.gtin.map(|gtin| gtin.to_string()));
        let choice = (goods.product.clone(), goods.colour.clone(), goods.size.clone());
        let variant = name.as_ref().map_or_else(|| hash(&("choice", choice)), |name| hash(&("variant", name)));
        let mut hearing = Hearing { facts: &mut self.facts, row, by: short(variant), flags: Vec::new() };
        if name.is_some() {
            hearing.settle(variant, "product", &mut goods.product);
        }
        let product = goods.product.as_ref().map_or(variant, |product| hash(&("product", product)));
        hearing.product(product, goods);
        hearing.variant(variant, goods);
        flags.append(&mut hearing.flags);
        flags
    }

    /// Whether a review says what it said before, or is new; the flag where it says otherwise.
    pub fn review(&mut self, row: u64, review: &Review) -> Option<Flag> {
        let own = || (&review.author, &review.title, &review.body, review.value, review.written_at);
        let name = review.key.as_ref().map_or_else(|| hash(&own()), hash);
        let mut hearing = Hearing { facts: &mut self.facts, row, by: 0, flags: Vec::new() };
        let value = review.key.as_deref().unwrap_or(&review.title);
        hearing.is_contrary(hash(&("review", &review.product, name)), "", hash(&format!("{review:?}")), value);
        hearing.flags.pop()
    }

    /// A barcode is the first row's that has it: taken from any other SKU.
    fn barcode(&mut self, row: u64, goods: &mut Goods) -> Option<Flag> {
        let gtin = goods.gtin?;
        let owner = self.barcodes.entry(gtin).or_insert_with(|| Owner { sku: goods.sku.clone(), row });
        let is_another = owner.row != row && goods.sku.is_some() && goods.sku != owner.sku;
        is_another.then(|| {
            goods.gtin = None;
            let name = owner.sku.clone().unwrap_or_else(|| gtin.to_string());
            let reason = Reason::BarcodeTwice { row: owner.row, name };
            Flag { column: "barcode".to_owned(), value: gtin.to_string(), reason }
        })
    }
}

impl Hearing<'_> {
    fn product(&mut self, product: u64, goods: &mut Goods) {
        let language = goods.language;
        goods.texts.retain(|(field, text)| {
            let subject = hash(&(product, field.name(), language));
            !self.is_contrary(subject, field.name(), hash(text), text)
        });
        let mut links = Some(std::mem::take(&mut goods.links)).filter(|links| !links.is_empty());
        self.settle(hash(&(product, language)), "link", &mut links);
        goods.links = links.unwrap_or_default();
        self.settle(product, "country", &mut goods.country);
        self.settle_shown(product, "stars", &mut goods.given);
        self.settle(product, "listed", &mut goods.listed);
    }

    fn variant(&mut self, variant: u64, goods: &mut Goods) {
        let spoken = hash(&(variant, goods.language));
        self.settle(spoken, "colour", &mut goods.colour);
        self.settle(spoken, "size", &mut goods.size);
        self.settle(variant, "hex", &mut goods.hex);
        self.settle_shown(variant, "dimensions", &mut goods.dimensions);
        let here = hash(&(variant, &goods.store));
        self.settle(here, "quantity", &mut goods.quantity);
        // One with a price and without says both in the same breath, whatever the currency.
        let mut is_priced = goods.price.map(|price| price != PriceSaid::OnRequest);
        self.settle(here, "price", &mut is_priced);
        goods.price = goods.price.filter(|_| is_priced.is_some());
        if let Some(PriceSaid::Amount { price, .. }) = goods.price {
            self.settle_shown(hash(&(here, price.currency.as_str())), "price", &mut goods.price);
        }
    }

    fn settle<T: Hash + Debug>(&mut self, subject: u64, what: &str, said: &mut Option<T>) {
        if said.as_ref().is_some_and(|said| self.is_contrary(hash(&(subject, what)), what, hash(said), &format!("{said:?}"))) {
            *said = None;
        }
    }

    /// For what has no hash of its own.
    fn settle_shown<T: Debug>(&mut self, subject: u64, what: &str, said: &mut Option<T>) {
        let shown = said.as_ref().map(|said| format!("{said:?}"));
        if shown.is_some_and(|shown| self.is_contrary(hash(&(subject, what)), what, hash(&shown), "")) {
            *said = None;
        }
    }

    /// Whether an earlier row said something else; the first claim is kept.
    fn is_contrary(&mut self, subject: u64, column: &str, said: u64, value: &str) -> bool {
        let (said, row) = (short(said), u32::try_from(self.row).unwrap_or(u32::MAX));
        let first = self.facts.entry(subject).or_insert(Fact { said, by: self.by, row });
        // What one record says twice, its last word counts: it is written in one piece.
        if first.row == row {
            first.said = said;
        }
        if first.said == said {
            return false;
        }
        if first.by == self.by {
            let value = value.trim_matches('"').chars().take(SHOWN).collect();
            self.flags.push(Flag { column: column.to_owned(), value, reason: Reason::SaidBefore { row: first.row.into() } });
        }
        true
    }
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Half a hash: enough to tell two values of one thing apart.
fn short(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::TextField;
    use crate::{Currency, Money};

    const GTIN: &str = "08801234500050";

    fn mug(sku: Option<&str>, name: &str) -> Goods {
        let gtin = Some(GTIN.parse().expect("a gtin"));
        Goods { sku: sku.map(str::to_owned), gtin, texts: vec![(TextField::Name, name.to_owned())], ..Goods::default() }
    }

    fn price(minor: i64) -> Option<PriceSaid> {
        Some(PriceSaid::Amount { price: Money { minor, currency: Currency::KRW }, sale: None, from: None, until: None })
    }

    #[test]
    fn a_barcode_stays_with_the_first_sku_and_the_other_hears_whose_it_is() {
        let mut claims = Claims::default();
        assert_eq!(claims.goods(2, &mut mug(Some("A"), "Mug")), []);
        let mut other = mug(Some("B"), "Cup");
        let flags = claims.goods(3, &mut other);
        assert_eq!(flags[0].reason, Reason::BarcodeTwice { row: 2, name: "A".into() });
        assert_eq!((other.gtin, other.text(TextField::Name)), (None, Some("Cup")), "it is taken without it");
        assert_eq!(claims.goods(4, &mut mug(Some("A"), "Mug")), [], "the same again is no contradiction");
    }

    #[test]
    fn a_second_name_of_one_barcode_is_left_out_and_names_the_first_row() {
        let mut claims = Claims::default();
        claims.goods(2, &mut mug(None, "Mug"));
        let mut other = mug(None, "Cup");
        let flags = claims.goods(9, &mut other);
        assert_eq!(flags, [Flag { column: "name".into(), value: "Cup".into(), reason: Reason::SaidBefore { row: 2 } }]);
        assert_eq!(other.text(TextField::Name), None);
    }

    #[test]
    fn what_rows_add_to_each_other_is_no_contradiction() {
        let mut claims = Claims::default();
        let korean = Goods { language: Some(crate::Language::KO), ..mug(Some("A"), "머그") };
        let here = Goods { quantity: Some(3), store: Some("hongdae".into()), ..mug(Some("A"), "Mug") };
        let there = Goods { quantity: Some(4), store: Some("seongsu".into()), ..mug(Some("A"), "Mug") };
        for (row, mut goods) in (2..).zip([mug(Some("A"), "Mug"), korean, here, there]) {
            let before = goods.clone();
            assert_eq!((claims.goods(row, &mut goods), goods), (vec![], before));
        }
    }

    #[test]
    fn variants_that_name_their_product_differently_keep_the_first_name_in_silence() {
        let mut claims = Claims::default();
        let variant = |sku: &str, name: &str| Goods { product: Some("MUG".into()), gtin: None, ..mug(Some(sku), name) };
        claims.goods(2, &mut variant("A", "Mug, white"));
        let mut other = variant("B", "Mug, black");
        assert_eq!(claims.goods(3, &mut other), []);
        assert_eq!(other.texts, []);
    }

    #[test]
    fn the_first_price_counts_and_so_does_none() {
        let mut claims = Claims::default();
        let costs = |price| Goods { price, gtin: None, ..mug(Some("A"), "Mug") };
        claims.goods(2, &mut costs(price(100)));
        for said in [price(200), Some(PriceSaid::OnRequest)] {
            let mut other = costs(said);
            let flags = claims.goods(3, &mut other);
            assert_eq!((flags[0].column.as_str(), other.price), ("price", None));
        }
    }

    #[test]
    fn one_record_may_say_a_thing_twice() {
        let mut claims = Claims::default();
        claims.goods(2, &mut mug(None, "Mug"));
        let mut again = mug(None, "Cup");
        assert_eq!(claims.goods(2, &mut again), []);
        assert_eq!(again.text(TextField::Name), Some("Cup"));
    }
}
