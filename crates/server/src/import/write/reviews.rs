//! Reviews of a file: to their products, or aside until these come.

use super::super::Terms;
use super::Done;
use super::batch::Batch;
use crate::store::record::review::{self as rows, Aside, ReviewRecord};
use crate::store::{StoreError, Tx};
use domain::ids::{ProductId, ReviewId};
use domain::import::Review;
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::{Builder, Uuid};

pub(super) async fn write(tx: &mut Tx, terms: &Terms, batch: &Batch, done: &mut Done) -> Result<(), StoreError> {
    let mut asides = Vec::new();
    let mut known = BTreeMap::new();
    for review in &batch.reviews {
        let record = record(review, terms);
        match batch.product_called(&review.product) {
            Some(product) => {
                known.insert(record.id, ReviewRecord { product, ..record });
            }
            None => asides.push((review.product.clone(), record)),
        }
    }
    save(tx, terms, &known, done, true).await?;
    aside(tx, terms, asides, done).await?;
    attach(tx, terms, batch, done).await
}

/// Writes those that are new or differ.
async fn save(
    tx: &mut Tx,
    terms: &Terms,
    reviews: &BTreeMap<ReviewId, ReviewRecord>,
    done: &mut Done,
    counts: bool,
) -> Result<(), StoreError> {
    let ids: Vec<ReviewId> = reviews.keys().copied().collect();
    let before: HashMap<ReviewId, ReviewRecord> = rows::load(tx, terms.org, &ids).await?.into_iter().map(|one| (one.id, one)).collect();
    let mut changed = Vec::new();
    for review in reviews.values() {
        let old = before.get(&review.id);
        // Thanks are counted here too: a file does not take them away.
        let review = ReviewRecord { helpful: old.map_or(review.helpful, |old| old.helpful), ..review.clone() };
        let figure = match old {
            Some(old) if *old == review => &mut done.count.same,
            Some(_) => &mut done.count.changed,
            None => &mut done.count.made,
        };
        *figure += u64::from(counts);
        if let Some(seen) = done.told.as_mut().filter(|_| counts) {
            seen.review(review.id, old.map(|old| *old == review));
        }
        if old != Some(&review) {
            done.remember("review", review.id, old)?;
            changed.push(review);
        }
    }
    rows::save(tx, terms.org, &changed).await
}

async fn aside(tx: &mut Tx, terms: &Terms, reviews: Vec<(String, ReviewRecord)>, done: &mut Done) -> Result<(), StoreError> {
    let ids: Vec<ReviewId> = reviews.iter().map(|(_, review)| review.id).collect();
    let mut waiting: HashSet<ReviewId> = rows::waiting(tx, terms.org, &ids).await?.into_iter().collect();
    let mut fresh = Vec::new();
    for (key, review) in reviews {
        done.count.aside += 1;
        if let Some(seen) = &mut done.told {
            seen.aside(review.id);
        }
        if waiting.insert(review.id) {
            done.remember("aside", review.id, None::<&()>)?;
            let body = serde_json::to_string(&review).map_err(|error| StoreError::Corrupt(error.to_string()))?;
            fresh.push(Aside { id: review.id, key, body });
        }
    }
    rows::put_aside(tx, terms.org, &fresh).await
}

/// What waited for the products that this batch made.
async fn attach(tx: &mut Tx, terms: &Terms, batch: &Batch, done: &mut Done) -> Result<(), StoreError> {
    let mut names = Vec::new();
    for (product, _) in batch.settled().filter(|(product, _)| !batch.is_known(product.id)) {
        names.extend(product.key.clone());
        names.extend(product.variants.iter().flat_map(|variant| variant.codes.iter().map(|code| code.code.clone())));
    }
    let waiting = rows::waiting_for(tx, terms.org, &names).await?;
    let mut reviews = BTreeMap::new();
    for aside in &waiting {
        let Some(product) = batch.product_called(&aside.key) else { continue };
        let review: ReviewRecord = serde_json::from_str(&aside.body).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        done.remember("aside", aside.id, Some(&(&aside.key, &aside.body)))?;
        reviews.insert(review.id, ReviewRecord { product, ..review });
    }
    let ids: Vec<ReviewId> = reviews.keys().copied().collect();
    rows::take_from_aside(tx, terms.org, &ids).await?;
    save(tx, terms, &reviews, done, false).await
}

fn record(review: &Review, terms: &Terms) -> ReviewRecord {
    let (scale, value) = (i64::from(review.scale.max(1)), i64::from(review.value));
    ReviewRecord {
        id: id_of(review),
        product: ProductId::new(Uuid::nil()),
        source: "import".to_owned(),
        scale,
        value,
        stars: domain::import::stars(review.value, review.scale),
        title: review.title.clone(),
        author: review.author.clone(),
        language: review.language.unwrap_or(terms.language).to_string(),
        body: review.body.clone(),
        verified: review.verified,
        helpful: i64::from(review.helpful),
        written_at: review.written_at.map_or(0, domain::Instant::millis),
        size: review.size.clone(),
        fit: review.fit.map(i64::from),
    }
}

/// The same review is the same wherever it is read: by its source's number, else by who wrote what.
pub(super) fn id_of(review: &Review) -> ReviewId {
    let mut hash = blake3::Hasher::new();
    let mut add = |text: &str| {
        hash.update(text.as_bytes());
        hash.update(&[0]);
    };
    add(&review.product);
    match &review.key {
        Some(key) => add(key),
        None => {
            let moment = review.written_at.map_or(0, domain::Instant::millis).to_string();
            [&review.author, &review.title, &review.body, &review.value.to_string(), &moment].into_iter().for_each(|text| add(text));
        }
    }
    let mut bytes = [0; 16];
    hash.finalize_xof().fill(&mut bytes);
    ReviewId::new(Builder::from_custom_bytes(bytes).into_uuid())
}
