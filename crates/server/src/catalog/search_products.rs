//! `GET /api/v1/stores/{store}/products`

mod choice;
mod count;
mod order;

use super::card::card;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::hours;
use crate::live::snapshot::Snapshot;
use crate::stores;
use api::Code;
use api::catalog::Card;
use api::catalog::found::{Found, Near};
use api::catalog::search_products::SearchProducts;
use api::error::FieldProblem;
use choice::Choice;
use count::Counts;
use order::{Cursor, Order};

const LIMIT: u32 = 100;
const LONGEST: usize = 100;
/// Other words that are offered, and what of each is shown.
const NEAR: usize = 3;
const NEAR_CARDS: usize = 4;

pub(super) async fn search_products(app: App, _: Caller, ask: SearchProducts) -> Result<Found, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let limit = ask.limit.unwrap_or(24);
    if ask.q.chars().count() > LONGEST || !(1..=LIMIT).contains(&limit) || ask.stars.is_some_and(|stars| !(1..=5).contains(&stars)) {
        let field = if ask.stars.is_some_and(|stars| !(1..=5).contains(&stars)) { "stars" } else { "q" };
        let field = if (1..=LIMIT).contains(&limit) { field } else { "limit" };
        return Err(
            Failure::new(Code::BadInput, "at most 100 characters, 1 to 5 stars, 1 to 100 items").field(field, FieldProblem::OutOfRange)
        );
    }
    let cursor = ask.cursor.as_deref().map(str::parse).transpose();
    let cursor = cursor.map_err(|()| Failure::new(Code::BadInput, "not a cursor of this list").field("cursor", FieldProblem::Other))?;
    let snapshot = live.snapshot();
    let (words, is_done) = (ask.q.clone(), ask.done == Some(true) && cursor.is_none());
    // A large shop takes some milliseconds of computing.
    let search = {
        let snapshot = snapshot.clone();
        move || search(&snapshot, &ask, cursor, usize::try_from(limit).unwrap_or(0))
    };
    let (found, answered) = tokio::task::spawn_blocking(search).await.map_err(Failure::internal)?;
    if is_done {
        app.sought().note(live.id, i64::from(hours::day_number(&snapshot.store, app.now())), &words, answered);
    }
    Ok(found)
}

/// A product that answers the words: its place in the catalogue, and how well.
type Hit = (u32, u32);

/// What was found, and how many products the words alone find.
fn search(snapshot: &Snapshot, ask: &SearchProducts, cursor: Option<Cursor>, limit: usize) -> (Found, u32) {
    let hits = hits(snapshot, &ask.q);
    let (choice, mut counts) = (Choice::of(snapshot, ask), Counts::new(snapshot));
    let mut found = Vec::new();
    for hit in &hits {
        let missed = choice.missed(hit.0);
        counts.add(hit.0, missed);
        if missed == 0 {
            found.push(*hit);
        }
    }
    let (page, next) = Order::new(snapshot, ask.sort.unwrap_or_default()).page(&found, cursor.as_ref(), limit);
    let near = if hits.is_empty() { near(snapshot, &ask.q) } else { Vec::new() };
    let found =
        Found { q: ask.q.clone(), items: cards(snapshot, page), total: number(found.len()), next, facets: counts.facets(&choice), near };
    (found, number(hits.len()))
}

/// How many products of this store's range answer the words.
pub(super) fn count(snapshot: &Snapshot, words: &str) -> u32 {
    number(hits(snapshot, words).len())
}

/// Everything of this store's range that answers the words, in the catalogue's order; everything for no words.
fn hits(snapshot: &Snapshot, words: &str) -> Vec<Hit> {
    let mut hits: Vec<Hit> = match words.trim() {
        "" => (0..).take(snapshot.catalogue.products.len()).map(|place| (place, 0)).collect(),
        words => snapshot.catalogue.index.find(words).into_iter().map(|(place, score)| (place, score.0)).collect(),
    };
    hits.retain(|(place, _)| snapshot.range.standing(*place).is_in_range);
    hits
}

/// What may have been meant.
fn near(snapshot: &Snapshot, words: &str) -> Vec<Near> {
    let queries = snapshot.catalogue.index.near(words, NEAR).into_iter();
    let near = queries.map(|q| {
        let (page, _) = Order::new(snapshot, Default::default()).page(&hits(snapshot, &q), None, NEAR_CARDS);
        Near { q, items: cards(snapshot, page) }
    });
    near.filter(|near| !near.items.is_empty()).collect()
}

fn cards(snapshot: &Snapshot, places: Vec<u32>) -> Vec<Card> {
    let products = places.into_iter().filter_map(|place| snapshot.catalogue.products.get(place as usize));
    products.map(|product| card(snapshot, product)).collect()
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
