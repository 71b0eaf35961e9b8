//! Links about products, by link type of GS1 Digital Link.

use super::{Ask, Row, StoreError, Tx, int, text, text_or_null};
use api::catalog::Document;
use domain::ids::{OrgId, ProductId};

/// Of all products, each one's in the merchant's order. What is no https link is left out: nobody is sent there.
///
/// # Errors
/// When the database is away.
pub async fn all(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<(ProductId, Document)>, StoreError> {
    let sql = "SELECT product_id, link_type, url, title, language FROM product_link WHERE org_id = $1 ORDER BY product_id, position";
    let decode = |row: &Row| {
        let document = Document {
            link_type: row.text(1)?.to_owned(),
            url: row.text(2)?.to_owned(),
            title: row.text(3)?.to_owned(),
            language: row.parse_or_null(4)?,
        };
        Ok((row.parse(0)?, document))
    };
    let all: Vec<(ProductId, Document)> = ask.fetch(sql, &[text(org)]).await?.iter().map(decode).collect::<Result<_, StoreError>>()?;
    Ok(all.into_iter().filter(|(_, document)| document.url.starts_with("https://")).collect())
}

/// Puts these in the place of the product's links.
///
/// # Errors
/// When the database refuses.
pub async fn save(tx: &mut Tx, org: OrgId, product: ProductId, documents: &[Document]) -> Result<(), StoreError> {
    tx.execute("DELETE FROM product_link WHERE org_id = $1 AND product_id = $2", &[text(org), text(product)]).await?;
    for (position, document) in (0_i64..).zip(documents) {
        let sql =
            "INSERT INTO product_link (org_id, product_id, position, link_type, url, title, language) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let Document { link_type, url, title, language } = document;
        let values = [text(org), text(product), int(position), text(link_type), text(url), text(title), text_or_null(*language)];
        tx.execute(sql, &values).await?;
    }
    Ok(())
}
