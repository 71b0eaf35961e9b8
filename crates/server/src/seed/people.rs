//! Who works there, with portraits.

use super::{ORG, picture, words};
use crate::store::{Tx, people};
use domain::Instant;
use fixtures::Shop;
use std::path::Path;

pub(super) async fn people(tx: &mut Tx, media: &Path, shop: &Shop, password_hash: &str, now: Instant) -> anyhow::Result<()> {
    for (seed, person) in (0..).zip(&shop.people) {
        people::add(tx, ORG, person.id, person.login, password_hash, now).await?;
        for store in &person.stores {
            people::join(tx, *store, person.id, person.role).await?;
        }
        words(tx, "person", person.id, &[("name", &person.name), ("title", &person.title)]).await?;
        picture(tx, media, "person", person.id, 0, &fixtures::art::portrait(seed)).await?;
    }
    Ok(())
}
