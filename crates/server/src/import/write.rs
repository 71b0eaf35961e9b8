//! A batch of rows, written in one transaction: products as they should be against products as they are, then stock, reviews and
//! baskets, then how things were before, what was wrong, and how far the import is. A batch is there or it is not.
//!
//! Lock order: catalogue rows, stock rows by store and variant, event counters by store.

mod baskets;
mod batch;
mod goods;
mod pictures;
mod prices;
mod reviews;
mod stock;
mod told;

use super::{Row, Terms};
use crate::store::import::{self, Change, Count, FlagRow, ImportState};
use crate::store::record;
use crate::store::{self, Store, StoreError, Tx};
use api::event::Happening;
use batch::Batch;
use domain::ids::ProductId;
use domain::import::{Entry, Flag};
use std::collections::{HashMap, HashSet};

pub(super) use stock::{move_units, towards};
pub use told::Told;

/// Two transactions that met are tried again this often.
const TRIES: u32 = 5;

/// Writes an import's batches, one after the other.
pub struct Writer {
    store: Store,
    terms: Terms,
    /// What became of the rows so far.
    pub count: Count,
    /// Products that this import has touched: each counts once, and only the first time says how it was before.
    touched: HashMap<ProductId, Touched>,
    flags: u64,
    changes: u64,
}

/// What an import did to a product so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Touched {
    Made,
    Changed,
    Same,
}

impl Writer {
    /// Goes on where the import is.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn new(store: Store, terms: Terms, count: Count) -> Result<Self, StoreError> {
        let mut reader = store.read().await?;
        let changes = import::change_count(&mut reader, terms.org, terms.id).await?;
        let flags = import::flag_count(&mut reader, terms.org, terms.id).await?;
        Ok(Self { store, terms, count, touched: HashMap::new(), flags, changes })
    }

    /// Begins one of which nothing is written yet.
    pub fn fresh(store: Store, terms: Terms) -> Self {
        Self { store, terms, count: Count::default(), touched: HashMap::new(), flags: 0, changes: 0 }
    }

    /// What holds for the import.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Writes a batch.
    ///
    /// # Errors
    /// When the database refuses; then nothing of the batch is there and it may be tried again.
    pub async fn write(&mut self, rows: &[Row]) -> Result<(), StoreError> {
        for left in (0..TRIES).rev() {
            match self.attempt(rows).await {
                Err(StoreError::Conflict | StoreError::Taken) if left > 0 => {}
                other => return other,
            }
        }
        Ok(())
    }

    /// Writes a batch within the caller's transaction; what became of each row. For other systems, which are told so: what moved is
    /// also told to the stores, variant by variant.
    ///
    /// # Errors
    /// When the database refuses; then the transaction and this writer are of no use any more.
    pub async fn write_told(&mut self, tx: &mut Tx, rows: &[Row]) -> Result<Vec<Told>, StoreError> {
        let done = self.apply(tx, rows, Done::told(self)).await?;
        let told = done.outcomes(rows);
        self.keep(done);
        Ok(told)
    }

    async fn attempt(&mut self, rows: &[Row]) -> Result<(), StoreError> {
        let mut tx = self.store.begin().await?;
        let done = self.apply(&mut tx, rows, Done::new(self)).await?;
        tx.commit().await?;
        self.keep(done);
        Ok(())
    }

    async fn apply(&self, tx: &mut Tx, rows: &[Row], mut done: Done) -> Result<Done, StoreError> {
        let mut batch = Batch::gather(tx, &self.terms, rows).await?;
        for row in rows {
            done.row(&mut batch, row);
        }
        batch.number(tx).await?;
        self.goods(tx, &batch, &mut done).await?;
        pictures::name(tx, &self.terms, &batch).await?;
        let moved = stock::write(tx, &self.terms, &batch, &mut done).await?;
        done.settle(&self.touched, &batch, &moved);
        reviews::write(tx, &self.terms, &batch, &mut done).await?;
        baskets::write(tx, &self.terms, &batch, &mut done).await?;
        import::flag(tx, self.terms.org, self.terms.id, self.flags, &done.flags).await?;
        import::remember(tx, self.terms.org, self.terms.id, self.changes, &done.changes).await?;
        import::progress(tx, self.terms.org, self.terms.id, &done.count, ImportState::Running, None).await?;
        match &done.told {
            Some(seen) => seen.tell(tx, &self.terms, &done.changes).await?,
            None if !done.changes.is_empty() => tell(tx, &self.terms).await?,
            None => {}
        }
        Ok(done)
    }

    fn keep(&mut self, done: Done) {
        self.count = done.count;
        self.flags += done.flags.len() as u64;
        self.changes += done.changes.len() as u64;
        self.touched.extend(done.touched);
    }

    async fn goods(&self, tx: &mut Tx, batch: &Batch, done: &mut Done) -> Result<(), StoreError> {
        let (mut fresh, mut changed) = (Vec::new(), Vec::new());
        record::remove(tx, self.terms.org, &batch.emptied()).await?;
        for (product, before) in batch.settled().filter(|(product, before)| *before != Some(product)) {
            let is_first = self.touched.get(&product.id).is_none_or(|touched| *touched == Touched::Same);
            if is_first {
                done.remember("product", product.id, before)?;
            }
            if before.is_some() { &mut changed } else { &mut fresh }.push(product.clone());
        }
        record::replace(tx, self.terms.org, &changed).await?;
        record::insert(tx, self.terms.org, &fresh).await
    }
}

/// Word to every store of the organisation that its catalogue is another: one event a batch.
pub(super) async fn tell(tx: &mut Tx, terms: &Terms) -> Result<(), StoreError> {
    for id in terms.all_stores() {
        store::event::append(tx, id, terms.now, &[Happening::Catalogue]).await?;
    }
    Ok(())
}

/// What a batch comes to, kept apart until its transaction is through.
struct Done {
    count: Count,
    flags: Vec<FlagRow>,
    changes: Vec<Change>,
    touched: HashMap<ProductId, Touched>,
    /// What became of each row, where somebody asks.
    told: Option<told::Seen>,
}

impl Done {
    fn new(writer: &Writer) -> Self {
        Self { count: writer.count, flags: Vec::new(), changes: Vec::new(), touched: HashMap::new(), told: None }
    }

    /// Applies a row to the batch, or refuses it as a whole.
    fn row(&mut self, batch: &mut Batch, row: &Row) {
        self.count.rows_done += 1;
        let mut refused = row.flags.iter().any(|flag| flag.reason.refuses());
        self.flags.extend(row.flags.iter().map(|flag| FlagRow { row: row.number, flag: flag.clone(), refused }));
        for entry in &row.entries {
            let flags = match entry {
                Entry::Goods(goods) => match &mut self.told {
                    Some(seen) => seen.goods(batch, goods),
                    None => batch.apply(goods),
                },
                Entry::Review(review) => {
                    batch.reviews.push(review.as_ref().clone());
                    Vec::new()
                }
                Entry::Basket(basket) => {
                    batch.baskets.push((row.number, basket.clone()));
                    Vec::new()
                }
            };
            refused |= flags.iter().any(|flag: &Flag| flag.reason.refuses());
            self.flags.extend(flags.into_iter().map(|flag| FlagRow { row: row.number, refused: flag.reason.refuses(), flag }));
            // What follows in the row is about what was refused.
            if refused {
                break;
            }
        }
        self.count.refused += u64::from(refused);
        if let Some(seen) = &mut self.told {
            seen.row(refused);
        }
    }

    /// Counts each product once in the whole import: made, changed (its stock too), or already so.
    fn settle(&mut self, earlier: &HashMap<ProductId, Touched>, batch: &Batch, moved: &HashSet<ProductId>) {
        // Variants' rows that came before their product's were products for a while.
        let emptied = batch.emptied().iter().filter(|id| earlier.get(id) == Some(&Touched::Made)).count();
        self.count.made -= emptied as u64;
        for (product, before) in batch.settled().filter(|(product, _)| batch.meant.contains(&product.id)) {
            let now = match before {
                None => Touched::Made,
                Some(before) if before == product && !moved.contains(&product.id) => Touched::Same,
                Some(_) => Touched::Changed,
            };
            match (earlier.get(&product.id), now) {
                (None, Touched::Same) => self.count.same += 1,
                (None, Touched::Made) => self.count.made += 1,
                (None, Touched::Changed) => self.count.changed += 1,
                (Some(Touched::Same), Touched::Changed) => {
                    self.count.same = self.count.same.saturating_sub(1);
                    self.count.changed += 1;
                }
                _ => continue,
            }
            self.touched.insert(product.id, now);
        }
    }

    fn remember(&mut self, entity: &str, id: impl ToString, before: Option<&impl serde::Serialize>) -> Result<(), StoreError> {
        let json = |value| serde_json::to_string(value).map_err(|error| StoreError::Corrupt(error.to_string()));
        let before = before.map(json).transpose()?;
        self.changes.push(Change { entity: entity.to_owned(), id: id.to_string(), before });
        Ok(())
    }
}
