//! `GET /api/v1/stores/{store}/products`

use super::card::card;
use super::get_product::is_in_range;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::stores;
use api::Code;
use api::catalog::search_products::SearchProducts;
use api::catalog::{Card, Page};
use api::error::FieldProblem;
use domain::ids::ProductId;

const LIMIT: u32 = 100;
const LONGEST: usize = 100;

pub(super) async fn search_products(app: App, _: Caller, ask: SearchProducts) -> Result<Page<Card>, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let limit = ask.limit.unwrap_or(24);
    if ask.q.chars().count() > LONGEST || !(1..=LIMIT).contains(&limit) {
        let field = if limit > LIMIT { "limit" } else { "q" };
        return Err(Failure::new(Code::BadInput, "at most 100 characters and 1 to 100 items").field(field, FieldProblem::OutOfRange));
    }
    let found = found(&snapshot, &ask.q);
    let cursor = ask.cursor.as_deref().map(|cursor| after(cursor, &found)).transpose()?;
    let (first, limit) = (cursor.unwrap_or(0), usize::try_from(limit).unwrap_or(0));
    let page = &found[first.min(found.len())..found.len().min(first + limit)];
    let items: Vec<Card> = page.iter().filter_map(|id| Some(card(&snapshot, snapshot.catalogue.product(*id)?))).collect();
    let next = page.last().filter(|_| first + limit < found.len()).map(ToString::to_string);
    Ok(Page { items, total: u32::try_from(found.len()).unwrap_or(u32::MAX), next })
}

/// The best first; among equals the merchant's order. Everything for an empty query.
fn found(snapshot: &Snapshot, query: &str) -> Vec<ProductId> {
    let catalogue = &snapshot.catalogue;
    let places: Vec<u32> = match query.trim() {
        "" => (0..).take(catalogue.products.len()).collect(),
        query => catalogue.index.search(query, usize::MAX).into_iter().map(|(row, _)| row).collect(),
    };
    let products = places.iter().filter_map(|place| catalogue.products.get(*place as usize));
    products.filter(|product| is_in_range(snapshot, product)).map(|product| product.id).collect()
}

/// The cursor is the last product shown: what comes before it does not move the next part.
fn after(cursor: &str, found: &[ProductId]) -> Result<usize, Failure> {
    let unreadable = || Failure::new(Code::BadInput, "not a cursor of this list").field("cursor", FieldProblem::Other);
    let last: ProductId = cursor.parse().map_err(|_| unreadable())?;
    found.iter().position(|id| *id == last).map(|index| index + 1).ok_or_else(unreadable)
}
