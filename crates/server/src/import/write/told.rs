//! What became of each row, for another system that sends them one by one. Files do without: their rows are only counted.

use super::super::{Row, Terms};
use super::batch::Batch;
use super::reviews::id_of;
use super::{Done, Writer};
use crate::store::import::Change;
use crate::store::{StoreError, Tx, event, stock as figures};
use api::event::Happening;
use api::integration::Outcome;
use domain::ids::{ReviewId, StoreId, VariantId};
use domain::import::{Entry, Flag, Goods};
use domain::stock::Stock;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What became of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What became of it.
    pub outcome: Outcome,
    /// What is wrong with it.
    pub flags: Vec<Flag>,
}

/// What is noted while a batch is written.
#[derive(Default)]
pub(super) struct Seen {
    /// Of the row under way.
    now: Noted,
    rows: Vec<Noted>,
    reviews: HashMap<ReviewId, Outcome>,
    made_baskets: HashSet<String>,
    moved: BTreeMap<StoreId, BTreeMap<VariantId, Stock>>,
}

/// What a row did to the batch.
#[derive(Default)]
struct Noted {
    goods: Option<Outcome>,
    figures: Vec<(StoreId, VariantId)>,
    is_refused: bool,
}

impl Done {
    pub(super) fn told(writer: &Writer) -> Self {
        Self { told: Some(Seen::default()), ..Self::new(writer) }
    }

    /// One for each row, in their order.
    pub(super) fn outcomes(&self, rows: &[Row]) -> Vec<Told> {
        let mut flags: HashMap<u64, Vec<Flag>> = HashMap::new();
        for flag in &self.flags {
            flags.entry(flag.row).or_default().push(flag.flag.clone());
        }
        let noted = self.told.iter().flat_map(|seen| seen.rows.iter().map(move |noted| (seen, noted)));
        let told = |(row, (seen, noted)): (&Row, (&Seen, &Noted))| Told {
            outcome: seen.outcome(row, noted),
            flags: flags.remove(&row.number).unwrap_or_default(),
        };
        rows.iter().zip(noted).map(told).collect()
    }
}

impl Seen {
    /// Applies it, and notes what changed in its product.
    pub(super) fn goods(&mut self, batch: &mut Batch, goods: &Goods) -> Vec<Flag> {
        let before = batch.product_of(goods).cloned();
        let flags = batch.apply(goods);
        let after = batch.product_of(goods);
        let outcome = match (&before, after) {
            (None, Some(_)) => Outcome::Made,
            (Some(before), Some(after)) if before != after => Outcome::Changed,
            _ => Outcome::Same,
        };
        // A row of several entries is what the first that did anything made of it.
        if self.now.goods.is_none_or(|earlier| earlier == Outcome::Same) {
            self.now.goods = Some(outcome);
        }
        if let Some(store) = batch.terms.store_of(goods.store.as_deref())
            && let Some(variant) = batch.variant_meant(goods)
        {
            self.now.figures.push((store, variant));
        }
        flags
    }

    /// The row is through.
    pub(super) fn row(&mut self, is_refused: bool) {
        let noted = std::mem::take(&mut self.now);
        self.rows.push(Noted { is_refused, ..noted });
    }

    /// `was_same` is `None` for a review that was not there.
    pub(super) fn review(&mut self, id: ReviewId, was_same: Option<bool>) {
        let outcome = match was_same {
            None => Outcome::Made,
            Some(true) => Outcome::Same,
            Some(false) => Outcome::Changed,
        };
        self.reviews.insert(id, outcome);
    }

    pub(super) fn aside(&mut self, id: ReviewId) {
        self.reviews.insert(id, Outcome::Aside);
    }

    pub(super) fn baskets(&mut self, made: &HashSet<String>) {
        self.made_baskets.extend(made.iter().cloned());
    }

    pub(super) fn moved(&mut self, store: StoreId, after: &BTreeMap<VariantId, Stock>) {
        self.moved.entry(store).or_default().extend(after);
    }

    fn outcome(&self, row: &Row, noted: &Noted) -> Outcome {
        if noted.is_refused {
            return Outcome::Refused;
        }
        let has_moved = |(store, variant): &(StoreId, VariantId)| self.moved.get(store).is_some_and(|moved| moved.contains_key(variant));
        match row.entries.first() {
            Some(Entry::Review(review)) => self.reviews.get(&id_of(review)).copied().unwrap_or(Outcome::Same),
            Some(Entry::Basket(basket)) if self.made_baskets.contains(&basket.key) => Outcome::Made,
            Some(Entry::Goods(_)) if noted.goods == Some(Outcome::Same) && noted.figures.iter().any(has_moved) => Outcome::Changed,
            _ => noted.goods.unwrap_or(Outcome::Same),
        }
    }

    /// Word to the stores: a catalogue's change once, a figure's by its variant.
    pub(super) async fn tell(&self, tx: &mut Tx, terms: &Terms, changes: &[Change]) -> Result<(), StoreError> {
        let is_catalogue = changes.iter().any(|change| change.entity != "stock" || change.before.is_none());
        for store in terms.all_stores() {
            let mut happenings = Vec::new();
            if is_catalogue {
                happenings.push(Happening::Catalogue);
            }
            for (variant, stock) in self.moved.get(&store).into_iter().flatten() {
                happenings.push(figure(tx, store, *variant, stock).await?);
            }
            if !happenings.is_empty() {
                event::append(tx, store, terms.now, &happenings).await?;
            }
        }
        Ok(())
    }
}

async fn figure(tx: &mut Tx, store: StoreId, variant: VariantId, stock: &Stock) -> Result<Happening, StoreError> {
    let available = u32::try_from(stock.available()).unwrap_or(0);
    let held_until = match available {
        0 => figures::figure_of(tx, store, variant).await?.and_then(|(_, figure)| figure.held_until),
        _ => None,
    };
    Ok(Happening::Stock { variant, available, held_until })
}
