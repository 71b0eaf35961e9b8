//! What was bought together, and what can be read elsewhere.

use super::ORG;
use crate::store::{StoreError, Tx, baskets, document, int, text};
use domain::Instant;
use fixtures::Shop;

pub(super) async fn beside(tx: &mut Tx, shop: &Shop, now: Instant) -> Result<(), StoreError> {
    for (number, basket) in shop.baskets.iter().enumerate() {
        for variant in basket {
            let sql = "INSERT INTO basket_line (org_id, basket_id, item, quantity, variant_id, at) VALUES ($1, $2, $3, $4, $5, $6)";
            let values = [text(ORG), text(format!("demo-{number}")), text(variant), int(1), text(variant), now.into()];
            tx.execute(sql, &values).await?;
        }
    }
    baskets::recount(tx, ORG).await?;
    for product in &shop.products {
        let about = shop.documents.iter().filter(|document| document.product == product.id);
        let about: Vec<_> = about
            .map(|document| api::catalog::Document {
                link_type: document.link_type.to_owned(),
                url: document.url.to_owned(),
                title: document.title.to_owned(),
                language: document.language,
            })
            .collect();
        document::save(tx, ORG, product.id, &about).await?;
    }
    Ok(())
}
