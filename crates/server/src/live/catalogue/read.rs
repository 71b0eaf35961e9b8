//! Rows put together to a catalogue.

use super::{Beside, Catalogue, Product, Variant};
use crate::store::catalog as rows;
use crate::store::text::{self as texts, Texts};
use crate::store::{Reader, StoreError};
use api::catalog::{Colour, Curator, Note, Origin, Picture};
use domain::curation::Ratings;
use domain::ids::{OrgId, PersonId, ProductId, VariantId};
use domain::{Gtin, Text};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::task::JoinHandle;
use uuid::Uuid;

impl Catalogue {
    /// Reads all that an organisation sells, and begins to index it on a thread of its own.
    ///
    /// # Errors
    /// When the database is away.
    pub(in crate::live) async fn read(reader: &mut Reader, org: OrgId) -> Result<Building, StoreError> {
        let rows = Rows::read(reader, org).await?;
        Ok(Building(tokio::task::spawn_blocking(move || rows.into_catalogue())))
    }
}

/// A catalogue that has been read and is being indexed; meanwhile something else may be read.
pub(in crate::live) struct Building(JoinHandle<Catalogue>);

impl Building {
    /// Once it is done.
    ///
    /// # Errors
    /// When indexing it broke off.
    pub(in crate::live) async fn done(self) -> Result<Arc<Catalogue>, StoreError> {
        let built = self.0.await.map_err(|error| StoreError::Corrupt(format!("the catalogue cannot be indexed: {error}")));
        built.map(Arc::new)
    }
}

/// All rows, by what they belong to where something is looked up.
struct Rows {
    products: Vec<rows::ProductRow>,
    variants: Vec<rows::VariantRow>,
    gtins: Vec<(Gtin, VariantId)>,
    people: Vec<PersonId>,
    notes: HashMap<ProductId, PersonId>,
    ratings: HashMap<ProductId, Ratings>,
    pictures: Pictures,
    product_texts: Texts,
    variant_texts: Texts,
    person_texts: Texts,
    beside: Beside,
}

/// By the entity's id; ids of all kinds differ.
type Pictures = HashMap<Uuid, Vec<Picture>>;

impl Rows {
    async fn read(reader: &mut Reader, org: OrgId) -> Result<Self, StoreError> {
        Ok(Self {
            products: rows::products(reader, org).await?,
            variants: rows::variants(reader, org).await?,
            gtins: rows::gtins(reader, org).await?,
            people: rows::people(reader, org).await?,
            notes: rows::notes(reader, org).await?.into_iter().collect(),
            ratings: rows::ratings(reader, org).await?.into_iter().collect(),
            pictures: pictures(reader, org).await?,
            product_texts: texts::load(reader, org, "product").await?,
            variant_texts: texts::load(reader, org, "variant").await?,
            person_texts: texts::load(reader, org, "person").await?,
            beside: Beside::read(reader, org).await?,
        })
    }

    fn into_catalogue(mut self) -> Catalogue {
        let people = self.people.iter().map(|person| (*person, self.person_texts.get(*person, "name"))).collect();
        let mut variants = self.take_variants();
        let products = std::mem::take(&mut self.products).into_iter().filter_map(|row| {
            let variants = variants.remove(&row.id)?;
            Some(Arc::new(self.product(row, variants)))
        });
        let products = products.collect();
        Catalogue::new(products, people, self.gtins, self.beside)
    }

    fn take_variants(&mut self) -> HashMap<ProductId, Vec<Variant>> {
        let codes: HashMap<VariantId, Gtin> = self.gtins.iter().rev().map(|(gtin, variant)| (*variant, *gtin)).collect();
        let mut variants: HashMap<ProductId, Vec<Variant>> = HashMap::new();
        for row in std::mem::take(&mut self.variants) {
            // A variant without any code has no label yet and cannot be asked for.
            if let Some(gtin) = codes.get(&row.id) {
                variants.entry(row.product).or_default().push(self.variant(row, *gtin));
            }
        }
        variants
    }

    fn pictures_of(&self, id: impl Into<Uuid>) -> Vec<Picture> {
        self.pictures.get(&id.into()).cloned().unwrap_or_default()
    }

    fn variant(&self, row: rows::VariantRow, gtin: Gtin) -> Variant {
        let name = self.variant_texts.find(row.id, "colour");
        let known = || name.iter().flat_map(Text::iter).find_map(|(_, name)| domain::colour::hex_of(name)).map(str::to_owned);
        let hex = row.colour.or_else(known);
        let mut pictures = self.pictures_of(row.id);
        let pictured = !pictures.is_empty();
        if !pictured {
            pictures = self.pictures_of(row.product);
        }
        Variant {
            id: row.id,
            gtin,
            // A value without a name is named by its value.
            colour: (name.is_some() || hex.is_some()).then(|| Colour { name: name.unwrap_or_default(), hex }),
            size: self.variant_texts.find(row.id, "size"),
            dimensions: row.dimensions,
            pictures,
            pictured,
        }
    }

    fn curator(&self, person: PersonId) -> Curator {
        Curator {
            name: self.person_texts.get(person, "name"),
            title: self.person_texts.get(person, "title"),
            sentence: Text::default(),
            picture: self.pictures_of(person).into_iter().next(),
        }
    }

    fn product(&self, row: rows::ProductRow, variants: Vec<Variant>) -> Product {
        let text = |field: &str| self.product_texts.get(row.id, field);
        let note = self.notes.get(&row.id).map(|person| {
            let Curator { name, title, picture, .. } = self.curator(*person);
            Note { name, title, text: text("note"), picture }
        });
        Product {
            id: row.id,
            name: text("name"),
            brand: text("brand"),
            category: text("category"),
            categories: text("categories"),
            tags: text("tags"),
            description: text("description"),
            origin: Origin { maker: text("maker"), materials: text("materials"), country: row.country, care: text("care") },
            variants,
            ratings: self.ratings.get(&row.id).copied().unwrap_or_default(),
            given: row.given,
            added_at: row.added_at,
            note,
        }
    }
}

async fn pictures(reader: &mut Reader, org: OrgId) -> Result<Pictures, StoreError> {
    let mut pictures = Pictures::new();
    for row in rows::pictures(reader, org).await? {
        pictures.entry(row.id).or_default().push(row.picture);
    }
    Ok(pictures)
}
