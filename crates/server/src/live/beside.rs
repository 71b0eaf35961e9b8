//! What stands beside a product: what is bought with it, and what can be read about it.

use crate::store::{Reader, StoreError, baskets, document};
use api::catalog::Document;
use domain::ids::{OrgId, ProductId};
use std::collections::HashMap;

/// By product.
#[derive(Default)]
pub struct Beside {
    together: HashMap<ProductId, Vec<(ProductId, u32)>>,
    documents: HashMap<ProductId, Vec<Document>>,
}

impl Beside {
    pub(super) async fn read(reader: &mut Reader, org: OrgId) -> Result<Self, StoreError> {
        let mut beside = Self::default();
        for (product, other, baskets) in baskets::goes_with(reader, org).await? {
            beside.together.entry(product).or_default().push((other, baskets));
        }
        for (product, document) in document::all(reader, org).await? {
            beside.documents.entry(product).or_default().push(document);
        }
        Ok(beside)
    }

    /// What is bought with it and in how many baskets, the most often first.
    pub fn together(&self, product: ProductId) -> &[(ProductId, u32)] {
        self.together.get(&product).map_or(&[], Vec::as_slice)
    }

    /// What can be read about it.
    pub fn documents(&self, product: ProductId) -> &[Document] {
        self.documents.get(&product).map_or(&[], Vec::as_slice)
    }
}
