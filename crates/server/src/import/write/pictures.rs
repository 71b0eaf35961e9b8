//! Pictures that a file no longer names are taken off when it is through: of what it names others for, and only those that an earlier
//! file of the same kind and name put there. Those of other sources stay.

use super::super::Terms;
use super::batch::Batch;
use super::{Done, TRIES, Touched, Writer, tell};
use crate::store::import::{self, ImportState};
use crate::store::named::{self, Bearer, Claim};
use crate::store::record::{self, PictureRecord, ProductRecord};
use crate::store::{StoreError, Tx};
use std::collections::HashMap;

/// Bearers of pictures in one transaction.
const BATCH: u32 = 500;

/// Remembers what a batch names.
pub(super) async fn name(tx: &mut Tx, terms: &Terms, batch: &Batch) -> Result<(), StoreError> {
    if terms.pictures.is_empty() {
        return Ok(());
    }
    named::say(tx, terms.org, &terms.pictures, terms.id, &batch.named).await
}

impl Writer {
    /// Takes off what the file no longer names, once all its rows are written.
    ///
    /// # Errors
    /// When the database refuses; what is taken off stays so, and it may be called again.
    pub async fn take_pictures_off(&mut self) -> Result<(), StoreError> {
        let mut after: Bearer = Default::default();
        let mut left = TRIES;
        loop {
            match self.next_off(&after).await {
                Ok(Some(last)) => after = last,
                Ok(None) => return Ok(()),
                Err(StoreError::Conflict | StoreError::Taken) if left > 0 => left -= 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// One transaction of it; up to where it came.
    async fn next_off(&mut self, after: &Bearer) -> Result<Option<Bearer>, StoreError> {
        let (org, origin, id) = (self.terms.org, self.terms.pictures.clone(), self.terms.id);
        let mut tx = self.store.begin().await?;
        let bearers = named::outdated(&mut tx, org, &origin, id, after, BATCH).await?;
        let Some(last) = bearers.last().cloned() else { return Ok(None) };
        let claims = by_bearer(named::claims(&mut tx, org, &origin, id, &bearers).await?);
        let products: Vec<_> = named::products(&mut tx, org, &bearers).await?.into_iter().collect();
        let (mut done, mut changed) = (Done::new(self), Vec::new());
        for before in record::load(&mut tx, org, &products).await? {
            let product = without(before.clone(), &claims);
            if product != before {
                done.remember("product", product.id, Some(&before))?;
                done.taken_off(self.touched.get(&product.id).copied(), &product);
                changed.push(product);
            }
        }
        record::replace(&mut tx, org, &changed).await?;
        named::take_off(&mut tx, org, &origin, id, &bearers).await?;
        import::remember(&mut tx, org, id, self.changes, &done.changes).await?;
        import::progress(&mut tx, org, id, &done.count, ImportState::Running, None).await?;
        if !changed.is_empty() {
            tell(&mut tx, &self.terms).await?;
        }
        tx.commit().await?;
        self.keep(done);
        Ok(Some(last))
    }
}

impl Done {
    /// A product that was already so is one that changed.
    fn taken_off(&mut self, earlier: Option<Touched>, product: &ProductRecord) {
        if earlier == Some(Touched::Same) {
            self.count.same = self.count.same.saturating_sub(1);
            self.count.changed += 1;
            self.touched.insert(product.id, Touched::Changed);
        }
    }
}

fn by_bearer(claims: Vec<Claim>) -> HashMap<Bearer, Vec<Claim>> {
    let mut by_bearer: HashMap<Bearer, Vec<Claim>> = HashMap::new();
    claims.into_iter().for_each(|claim| by_bearer.entry(claim.bearer.clone()).or_default().push(claim));
    by_bearer
}

fn without(mut product: ProductRecord, claims: &HashMap<Bearer, Vec<Claim>>) -> ProductRecord {
    let keep = |entity: &str, id: String, pictures: &mut Vec<PictureRecord>| {
        let claims = claims.get(&(entity.to_owned(), id)).map_or(&[] as &[Claim], Vec::as_slice);
        let is_said = |picture: &PictureRecord, wanted: bool| {
            claims.iter().any(|claim| claim.is_wanted == wanted && claim.pictures.contains(picture))
        };
        // The same picture may have two addresses, of which one is still named.
        pictures.retain(|picture| !is_said(picture, false) || is_said(picture, true));
    };
    keep("product", product.id.to_string(), &mut product.pictures);
    for variant in &mut product.variants {
        keep("variant", variant.id.to_string(), &mut variant.pictures);
    }
    product
}
