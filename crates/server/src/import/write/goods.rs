//! What a row says about goods, applied to the products of a batch.

use super::batch::Batch;
use crate::store::named::Named;
use crate::store::record::{LinkRecord, PictureRecord, ProductRecord, VariantRecord, Words};
use domain::ids::{ProductId, VariantId};
use domain::import::{Flag, Goods, Link, PriceSaid, Reason, TextField};
use uuid::Uuid;

impl Batch {
    /// Applies it; what is wrong with it, where something is. A refused row changes nothing.
    pub(super) fn apply(&mut self, goods: &Goods) -> Vec<Flag> {
        let mut flags = Vec::new();
        let says_there = goods.price.is_some() || goods.quantity.is_some();
        if says_there && goods.store.as_ref().is_some_and(|slug| !self.terms.stores.contains_key(slug)) {
            return vec![flag("store", Reason::UnknownStore)];
        }
        match self.place(goods) {
            Ok(place) => {
                self.meant.insert(place.product);
                self.adopt(place.product, &goods.variants);
                if goods.is_only_pictures() {
                    self.show(place.product, goods);
                    return flags;
                }
                self.describe(&place, goods);
                if let Some(variant) = self.variant(&place, goods, &mut flags) {
                    self.fill(place.product, variant, goods);
                    flags.extend(self.figure(place.product, variant, goods));
                } else if let Some(price) = &goods.price {
                    self.price_all(place.product, price, goods.store.as_deref());
                }
            }
            Err(reason) => flags.push(Flag { value: called(goods), ..flag("", reason) }),
        }
        flags
    }

    /// The product that a row is about; made when it is new.
    fn place(&mut self, goods: &Goods) -> Result<Place, Reason> {
        let variant = self.variant_of(goods);
        let own_name = goods.sku.clone().or_else(|| goods.gtin.map(|gtin| gtin.to_string()));
        let key = goods.product.clone().or_else(|| own_name.clone()).ok_or(Reason::NoKey)?;
        let known = match (&goods.product, variant) {
            (None, Some((product, _))) => Some(product),
            // A list of pictures calls a product by any of its codes.
            _ if goods.is_only_pictures() => self.product_called(&key),
            _ => self.keys.get(&key).copied(),
        };
        if let Some(product) = known {
            // A variant's row without a word of its product: the product's texts are those of its group.
            let is_member = goods.product.is_none() && self.products.get(&product).is_some_and(|record| record.key.as_ref() != Some(&key));
            let is_product = goods.product.is_none() && variant.is_none();
            return Ok(Place { product, variant: variant.map(|(_, variant)| variant), is_member, is_product });
        }
        if goods.text(TextField::Name).is_none() {
            return Err(if goods.texts.is_empty() { Reason::UnknownProduct } else { Reason::NoName });
        }
        let product = self.make(key);
        if let Some((from, moved)) = variant {
            self.move_variant(from, moved, product);
        }
        Ok(Place { product, variant: variant.map(|(_, variant)| variant), is_member: false, is_product: false })
    }

    /// The variant that a row's codes lead to.
    pub(super) fn variant_of(&self, goods: &Goods) -> Option<(ProductId, VariantId)> {
        let code = |kind: &str, code: String| self.codes.get(&(kind.to_owned(), code)).copied();
        let by_sku = goods.sku.as_ref().and_then(|sku| code("sku", sku.clone()));
        let by_gtin = || {
            let (product, variant) = code("gtin", goods.gtin?.to_string())?;
            // With another SKU of its own it is another variant, whose barcode this row merely repeats.
            let record = self.products.get(&product)?.variants.iter().find(|one| one.id == variant)?;
            (goods.sku.is_none() || record.code("sku").is_none()).then_some((product, variant))
        };
        by_sku.or_else(by_gtin)
    }

    fn make(&mut self, key: String) -> ProductId {
        let id = ProductId::new(Uuid::now_v7());
        self.keys.insert(key.clone(), id);
        let product = ProductRecord {
            id,
            key: Some(key),
            country: String::new(),
            position: self.take_position(),
            given: None,
            given_count: None,
            retired_at: None,
            created_at: self.terms.now.millis(),
            words: Words::new(),
            pictures: Vec::new(),
            links: Vec::new(),
            variants: Vec::new(),
        };
        self.products.insert(id, product);
        id
    }

    /// Variants that stand in rows of their own come to the product that names them.
    fn adopt(&mut self, product: ProductId, skus: &[String]) {
        for sku in skus {
            if let Some((from, variant)) = self.codes.get(&("sku".to_owned(), sku.clone())).copied().filter(|(from, _)| *from != product) {
                self.move_variant(from, variant, product);
            }
        }
    }

    fn move_variant(&mut self, from: ProductId, variant: VariantId, to: ProductId) {
        let Some(source) = self.products.get_mut(&from) else { return };
        let Some(place) = source.variants.iter().position(|one| one.id == variant) else { return };
        let mut moved = source.variants.remove(place);
        if source.variants.is_empty() {
            if let Some(key) = &source.key {
                self.keys.remove(key);
            }
            self.products.remove(&from);
        }
        for (product, _, _) in self.unlabelled.iter_mut().filter(|(_, unlabelled, _)| *unlabelled == variant) {
            *product = to;
        }
        if let Some(target) = self.products.get_mut(&to) {
            moved.position = target.variants.len().try_into().unwrap_or(i64::MAX);
            for code in &moved.codes {
                self.codes.insert((code.kind.clone(), code.code.clone()), (to, variant));
            }
            target.variants.push(moved);
        }
    }

    /// The product's own words, country, pictures.
    fn describe(&mut self, place: &Place, goods: &Goods) {
        let language = goods.language.unwrap_or(self.terms.language).to_string();
        let are_shared = goods.colour.is_none() && !place.is_member;
        let pictures = if are_shared { self.pictures("product", place.product, goods) } else { Vec::new() };
        let now = self.terms.now.millis();
        let Some(product) = self.products.get_mut(&place.product).filter(|_| !place.is_member) else { return };
        for (field, text) in &goods.texts {
            product.words.entry(field.name().to_owned()).or_default().insert(language.clone(), text.clone());
        }
        if let Some(country) = &goods.country {
            product.country.clone_from(country);
        }
        if let Some(given) = goods.given {
            product.given = Some(i64::from(given.hundredths));
            product.given_count = given.count.map(i64::from);
        }
        match goods.listed {
            Some(false) if product.retired_at.is_none() => product.retired_at = Some(now),
            Some(true) => product.retired_at = None,
            _ => {}
        }
        add_pictures(&mut product.pictures, pictures);
        link(&mut product.links, &goods.links, goods.language.map(|language| language.to_string()));
    }

    /// Pictures of a list, which takes none off: they stand where shoppers see them. A variant's code means its colour; pictures of the product are seen only
    /// where variants have none of their own.
    fn show(&mut self, product: ProductId, goods: &Goods) {
        let (pictures, code) = (self.as_known(goods), goods.product.as_deref().unwrap_or_default());
        let variant = if self.keys.contains_key(code) { None } else { self.variant_called(code) };
        let Some(record) = self.products.get_mut(&product) else { return };
        let colour = |variant: &VariantRecord| variant.words.get("colour").cloned();
        let wanted = variant.and_then(|(_, id)| record.variants.iter().find(|one| one.id == id)).map(colour);
        let is_meant = |variant: &VariantRecord| wanted.as_ref().is_none_or(|wanted| colour(variant) == *wanted);
        if record.variants.iter().all(|variant| is_meant(variant) && variant.pictures.is_empty()) {
            return add_pictures(&mut record.pictures, pictures);
        }
        for variant in record.variants.iter_mut().filter(|variant| is_meant(variant)) {
            add_pictures(&mut variant.pictures, pictures.clone());
        }
    }

    /// The variant of a row, made when it is new; `None` for a row that is about the product alone.
    fn variant(&mut self, place: &Place, goods: &Goods, flags: &mut Vec<Flag>) -> Option<VariantId> {
        let gtin = goods.gtin.map(|gtin| gtin.to_string());
        let found = place.variant.or_else(|| self.same_choice(place.product, goods));
        let is_variant = !place.is_product && (goods.sku.is_some() || gtin.is_some());
        // A row that calls the product only, and yet says what one costs: the product is its one variant.
        let is_alone = goods.sku.is_none() && gtin.is_none() && (goods.price.is_some() || goods.quantity.is_some());
        let product = self.products.get_mut(&place.product)?;
        let id = match found {
            Some(id) => id,
            None if is_variant || (is_alone && product.variants.is_empty()) => {
                let id = VariantId::new(Uuid::now_v7());
                product.variants.push(VariantRecord {
                    id,
                    position: product.variants.len().try_into().unwrap_or(i64::MAX),
                    colour: None,
                    dimensions: None,
                    retired_at: None,
                    words: Words::new(),
                    codes: Vec::new(),
                    prices: Vec::new(),
                    pictures: Vec::new(),
                });
                let name = goods.sku.clone().or_else(|| gtin.clone()).or_else(|| goods.product.clone()).unwrap_or_default();
                self.unlabelled.push((place.product, id, name));
                id
            }
            None if product.variants.len() == 1 => product.variants.first()?.id,
            None => return None,
        };
        self.code(place.product, id, "sku", goods.sku.clone(), flags);
        self.code(place.product, id, "gtin", gtin, flags);
        Some(id)
    }

    /// A variant without SKU is known by its colour and size.
    fn same_choice(&self, product: ProductId, goods: &Goods) -> Option<VariantId> {
        if goods.sku.is_some() || goods.gtin.is_some() || (goods.colour.is_none() && goods.size.is_none()) {
            return None;
        }
        let says = |variant: &VariantRecord, field: &str, wanted: &Option<String>| {
            let mut values = variant.words.get(field).into_iter().flat_map(|languages| languages.values());
            wanted.as_ref().is_none_or(|wanted| values.any(|value| value == wanted))
        };
        let variants = &self.products.get(&product)?.variants;
        variants.iter().find(|one| says(one, "colour", &goods.colour) && says(one, "size", &goods.size)).map(|one| one.id)
    }

    fn code(&mut self, product: ProductId, variant: VariantId, kind: &str, code: Option<String>, flags: &mut Vec<Flag>) {
        let Some(code) = code else { return };
        let owner = *self.codes.entry((kind.to_owned(), code.clone())).or_insert((product, variant));
        if owner.1 != variant {
            flags.push(Flag { column: String::new(), value: code, reason: Reason::BarcodeTaken });
        } else if let Some(record) = self.products.get_mut(&product).and_then(|product| product.variant(variant)) {
            record.add_code(kind, &code);
        }
    }

    /// What the row says about the variant.
    fn fill(&mut self, product: ProductId, variant: VariantId, goods: &Goods) {
        let language = goods.language.unwrap_or(self.terms.language).to_string();
        let pictures = if goods.colour.is_some() { self.pictures("variant", variant, goods) } else { Vec::new() };
        let (now, currency, store) = (self.terms.now, self.terms.currency, self.terms.named(goods.store.as_deref()));
        let Some(record) = self.products.get_mut(&product).and_then(|product| product.variant(variant)) else { return };
        for (field, text) in [("colour", &goods.colour), ("size", &goods.size)] {
            if let Some(text) = text {
                record.words.entry(field.to_owned()).or_default().insert(language.clone(), text.clone());
            }
        }
        if let Some(hex) = &goods.hex {
            record.colour = Some(hex.clone());
        }
        record.dimensions = goods.dimensions.or(record.dimensions);
        add_pictures(&mut record.pictures, pictures);
        if let Some(price) = &goods.price {
            super::prices::set(&mut record.prices, price, store, currency, now);
        }
    }

    /// A price of the product is the price of each of its variants.
    fn price_all(&mut self, product: ProductId, price: &PriceSaid, slug: Option<&str>) {
        let (now, currency, store) = (self.terms.now, self.terms.currency, self.terms.named(slug));
        for variant in self.products.get_mut(&product).into_iter().flat_map(|product| &mut product.variants) {
            super::prices::set(&mut variant.prices, price, store, currency, now);
        }
    }

    /// Units in a store; a variant without a figure joins the range of the import's store.
    fn figure(&mut self, product: ProductId, variant: VariantId, goods: &Goods) -> Option<Flag> {
        match (self.terms.store_of(goods.store.as_deref()), goods.quantity) {
            (Some(store), Some(units)) => {
                self.figures.insert((store, variant), (product, Some(units)));
            }
            (Some(store), None) => {
                self.figures.entry((store, variant)).or_insert((product, None));
            }
            (None, Some(_)) => return Some(flag("quantity", Reason::NoStore)),
            (None, None) => {}
        }
        None
    }

    fn pictures(&mut self, entity: &str, id: impl ToString, goods: &Goods) -> Vec<PictureRecord> {
        let bearer = (entity.to_owned(), id.to_string());
        self.named.extend(goods.pictures.iter().map(|source| Named { bearer: bearer.clone(), source: source.clone() }));
        self.as_known(goods)
    }

    fn as_known(&self, goods: &Goods) -> Vec<PictureRecord> {
        let picture = |source: &String| match self.brought.get(source) {
            Some(hash) => PictureRecord::Here(hash.clone()),
            None => PictureRecord::Wanted(source.clone()),
        };
        goods.pictures.iter().map(picture).collect()
    }
}

/// Where a row belongs.
struct Place {
    product: ProductId,
    variant: Option<VariantId>,
    /// It is about one of a group's variants and says nothing of the group.
    is_member: bool,
    /// Its SKU is what the merchant calls the product.
    is_product: bool,
}

/// Pictures are added: a file names them over several rows. What it no longer names is taken off when it is through.
fn add_pictures(pictures: &mut Vec<PictureRecord>, more: Vec<PictureRecord>) {
    for picture in more {
        if !pictures.contains(&picture) {
            pictures.push(picture);
        }
    }
}

/// What a row calls its product.
fn called(goods: &Goods) -> String {
    let gtin = || goods.gtin.map(|gtin| gtin.to_string());
    goods.product.clone().or_else(|| goods.sku.clone()).or_else(gtin).unwrap_or_default()
}

/// Links take the place of those of their types in their language; what is called by a title already keeps it.
fn link(links: &mut Vec<LinkRecord>, said: &[Link], language: Option<String>) {
    let old = std::mem::take(links);
    let is_meant = |old: &LinkRecord| old.language == language && said.iter().any(|link| link.kind == old.kind);
    let title = |said: &Link| old.iter().find(|old| is_meant(old) && old.url == said.url).map(|old| old.title.clone());
    let mut fresh = said.iter().map(|link| LinkRecord {
        kind: link.kind.clone(),
        url: link.url.clone(),
        title: title(link).unwrap_or_default(),
        language: language.clone(),
    });
    // Where the first of them stood.
    let mut merged: Vec<LinkRecord> = Vec::new();
    for one in &old {
        if is_meant(one) { merged.extend(fresh.by_ref()) } else { merged.push(one.clone()) }
    }
    merged.extend(fresh);
    *links = merged;
}

fn flag(column: &str, reason: Reason) -> Flag {
    Flag { column: column.to_owned(), value: String::new(), reason }
}
