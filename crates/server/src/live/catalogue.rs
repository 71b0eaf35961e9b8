//! The catalogue in memory: products with their variants, prices, pictures, texts, and the collections they are in.

use crate::store::catalog::{self as rows, CollectionRow};
use crate::store::text::{self as texts, Texts};
use crate::store::{Reader, StoreError};
use api::catalog::{Colour, Curator, Note, Origin, Picture, Price, Rating, Why};
use domain::curation::Ratings;
use domain::ids::{OrgId, PersonId, ProductId, StoreId, VariantId};
use domain::planogram::geometry::Dimensions;
use domain::search::{Field, Fields, Index};
use domain::{Gtin, Instant, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// More than anybody looks through.
const FOUND: usize = 1000;

/// Everything that an organisation sells, with one store's prices.
pub struct Catalogue {
    /// Products in the merchant's order.
    pub products: Vec<Arc<Product>>,
    /// Collections in the organisation's order.
    pub collections: Vec<Collection>,
    /// Whose names appear.
    pub people: HashMap<PersonId, Text>,
    by_id: HashMap<ProductId, usize>,
    by_variant: HashMap<VariantId, (usize, usize)>,
    by_gtin: HashMap<Gtin, VariantId>,
    index: Index<ProductId>,
}

/// A product.
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// Its name.
    pub name: Text,
    /// Its brand.
    pub brand: Text,
    /// Its category.
    pub category: Text,
    /// One or two sentences.
    pub description: Text,
    /// Where it comes from.
    pub origin: Origin,
    /// In the merchant's order, never empty.
    pub variants: Vec<Variant>,
    /// How often each number of stars was given.
    pub ratings: Ratings,
    /// The first collection that it is in.
    pub why: Option<Why>,
    /// A staff note.
    pub note: Option<Note>,
}

/// A variant.
pub struct Variant {
    /// Its id.
    pub id: VariantId,
    /// The code of its label.
    pub gtin: Gtin,
    /// Its colour.
    pub colour: Option<Colour>,
    /// Its size.
    pub size: Option<Text>,
    /// What it costs in this store.
    pub price: Option<Price>,
    /// Its box.
    pub dimensions: Option<Dimensions>,
    /// Its pictures.
    pub pictures: Vec<Picture>,
}

/// A collection.
pub struct Collection {
    /// In links.
    pub slug: String,
    /// Its title.
    pub title: Text,
    /// A sentence.
    pub lead: Text,
    /// Who chose.
    pub curator: Curator,
    /// What, with the reason.
    pub members: Vec<(ProductId, Text)>,
}

impl Catalogue {
    /// The product with an id.
    pub fn product(&self, id: ProductId) -> Option<&Arc<Product>> {
        self.by_id.get(&id).map(|index| &self.products[*index])
    }

    /// The variant with an id, and its product.
    pub fn variant(&self, id: VariantId) -> Option<(&Arc<Product>, &Variant)> {
        let (product, variant) = self.by_variant.get(&id)?;
        let product = &self.products[*product];
        Some((product, &product.variants[*variant]))
    }

    /// The variant that a code leads to.
    pub fn by_gtin(&self, gtin: Gtin) -> Option<VariantId> {
        self.by_gtin.get(&gtin).copied()
    }

    /// Products that a query finds, the best first.
    pub fn search(&self, query: &str) -> Vec<ProductId> {
        self.index.search(query, FOUND).into_iter().map(|(id, _)| id).collect()
    }

    pub(super) async fn read(reader: &mut Reader, org: OrgId, store: StoreId, now: Instant) -> Result<Self, StoreError> {
        let source = Source::read(reader, org, store, now).await?;
        let gtins = rows::gtins(reader, org).await?;
        let codes: HashMap<VariantId, Gtin> = gtins.iter().rev().map(|(gtin, variant)| (*variant, *gtin)).collect();
        let mut variants: HashMap<ProductId, Vec<Variant>> = HashMap::new();
        for row in rows::variants(reader, org).await? {
            // A variant without any code has no label yet and cannot be asked for.
            if let Some(gtin) = codes.get(&row.id) {
                variants.entry(row.product).or_default().push(source.variant(row, *gtin));
            }
        }
        let collections: Vec<Collection> = rows::collections(reader, org).await?.into_iter().map(|row| source.collection(row)).collect();
        let notes: HashMap<_, _> = rows::notes(reader, org).await?.into_iter().collect();
        let ratings: HashMap<_, _> = rows::ratings(reader, org).await?.into_iter().collect();
        let mut products = Vec::new();
        for row in rows::products(reader, org).await? {
            let Some(variants) = variants.remove(&row.id) else { continue };
            let ratings = ratings.get(&row.id).copied().unwrap_or_default();
            products.push(Arc::new(source.product(row, variants, ratings, &notes, &collections)));
        }
        Ok(Self::indexed(products, collections, source.people_names(reader, org).await?, gtins))
    }

    fn indexed(
        products: Vec<Arc<Product>>,
        collections: Vec<Collection>,
        people: HashMap<PersonId, Text>,
        gtins: Vec<(Gtin, VariantId)>,
    ) -> Self {
        let by_id = products.iter().enumerate().map(|(index, product)| (product.id, index)).collect();
        let by_variant = products
            .iter()
            .enumerate()
            .flat_map(|(index, product)| product.variants.iter().enumerate().map(move |(place, variant)| (variant.id, (index, place))))
            .collect();
        let index = Index::new(products.iter().map(|product| (product.id, product.fields())));
        Self { products, collections, people, by_id, by_variant, by_gtin: gtins.into_iter().collect(), index }
    }
}

impl Product {
    /// What search reads, in all languages at once: nobody says in which language they type.
    fn fields(&self) -> Fields {
        let every = |field, text: &Text, fields: Fields| text.iter().fold(fields, |fields, (_, words)| fields.with(field, words));
        let fields = every(Field::Name, &self.name, Fields::new());
        let fields = every(Field::Brand, &self.brand, fields);
        let fields = every(Field::Category, &self.category, fields);
        let fields = every(Field::Text, &self.description, fields);
        self.variants
            .iter()
            .fold(fields, |fields, variant| every(Field::Variant, &variant.detail(), fields).with(Field::Code, variant.gtin.to_string()))
    }

    /// Stars in short.
    pub fn rating(&self) -> Rating {
        Rating { tenths: self.ratings.tenths(), count: u32::try_from(self.ratings.total()).unwrap_or(u32::MAX) }
    }
}

impl Variant {
    /// "안개 하늘 · M"; empty for goods of one kind.
    pub fn detail(&self) -> Text {
        let parts: Vec<&Text> = self.colour.iter().map(|colour| &colour.name).chain(&self.size).collect();
        let languages: std::collections::BTreeSet<_> = parts.iter().flat_map(|text| text.iter().map(|(language, _)| language)).collect();
        languages
            .into_iter()
            .map(|language| (language, parts.iter().map(|text| text.get(language)).collect::<Vec<_>>().join(" · ")))
            .collect()
    }
}

/// Rows by what they belong to, while the catalogue is put together.
struct Source {
    products: Texts,
    variants: Texts,
    collections: Texts,
    people: Texts,
    prices: HashMap<VariantId, Price>,
    pictures: HashMap<(String, String), Vec<Picture>>,
}

impl Source {
    async fn read(reader: &mut Reader, org: OrgId, store: StoreId, now: Instant) -> Result<Self, StoreError> {
        let mut prices = HashMap::new();
        let mut rows = rows::prices(reader, org, now).await?;
        rows.retain(|row| row.store.is_none_or(|only| only == store));
        // A price of this store wins over one of all stores; a later one over an earlier.
        rows.sort_by_key(|row| row.store.is_some());
        for row in rows {
            let before = row.sale.map(|_| row.price);
            let until = row.until.filter(|_| row.sale.is_some());
            prices.insert(row.variant, Price { now: row.sale.unwrap_or(row.price), before, until });
        }
        let mut pictures = HashMap::<_, Vec<_>>::new();
        for row in rows::pictures(reader, org).await? {
            pictures.entry((row.entity, row.id)).or_default().push(row.picture);
        }
        Ok(Self {
            products: texts::load(reader, org, "product").await?,
            variants: texts::load(reader, org, "variant").await?,
            collections: texts::load(reader, org, "collection").await?,
            people: texts::load(reader, org, "person").await?,
            prices,
            pictures,
        })
    }

    async fn people_names(&self, reader: &mut Reader, org: OrgId) -> Result<HashMap<PersonId, Text>, StoreError> {
        let people = rows::people(reader, org).await?;
        Ok(people.into_iter().map(|person| (person, self.people.get(person, "name"))).collect())
    }

    fn pictures_of(&self, entity: &str, id: impl ToString) -> Vec<Picture> {
        self.pictures.get(&(entity.to_owned(), id.to_string())).cloned().unwrap_or_default()
    }

    fn variant(&self, row: rows::VariantRow, gtin: Gtin) -> Variant {
        let name = self.variants.get(row.id, "colour");
        let mut pictures = self.pictures_of("variant", row.id);
        if pictures.is_empty() {
            pictures = self.pictures_of("product", row.product);
        }
        Variant {
            id: row.id,
            gtin,
            colour: row.colour.map(|hex| Colour { name, hex }),
            size: self.variants.find(row.id, "size"),
            price: self.prices.get(&row.id).copied(),
            dimensions: row.dimensions,
            pictures,
        }
    }

    fn collection(&self, row: CollectionRow) -> Collection {
        let mut curator = self.curator(row.curator);
        curator.sentence = self.collections.get(row.id, "sentence");
        let why = |product: &ProductId| self.collections.get(row.id, &format!("why:{product}"));
        Collection {
            title: self.collections.get(row.id, "title"),
            lead: self.collections.get(row.id, "lead"),
            members: row.members.iter().map(|product| (*product, why(product))).collect(),
            slug: row.slug,
            curator,
        }
    }

    fn curator(&self, person: PersonId) -> Curator {
        Curator {
            name: self.people.get(person, "name"),
            title: self.people.get(person, "title"),
            sentence: Text::default(),
            picture: self.pictures_of("person", person).into_iter().next(),
        }
    }

    fn product(
        &self,
        row: rows::ProductRow,
        variants: Vec<Variant>,
        ratings: Ratings,
        notes: &HashMap<ProductId, PersonId>,
        collections: &[Collection],
    ) -> Product {
        let text = |field: &str| self.products.get(row.id, field);
        let why = collections.iter().find_map(|collection| {
            let (_, reason) = collection.members.iter().find(|(product, _)| *product == row.id)?;
            let Collection { slug, title, curator, .. } = collection;
            Some(Why { collection: slug.clone(), title: title.clone(), reason: reason.clone(), curator: curator.clone() })
        });
        let note = notes.get(&row.id).map(|person| {
            let Curator { name, title, picture, .. } = self.curator(*person);
            Note { name, title, text: text("note"), picture }
        });
        Product {
            id: row.id,
            name: text("name"),
            brand: text("brand"),
            category: text("category"),
            description: text("description"),
            origin: Origin { maker: text("maker"), materials: text("materials"), country: row.country, care: text("care") },
            variants,
            ratings,
            why,
            note,
        }
    }
}
