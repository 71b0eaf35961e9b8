//! `GET /api/v1/stores/{store}/products/{gtin}/reviews`

use crate::app::App;
use crate::catalog::get_product::in_range;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::{Reader, StoreError, catalog, review};
use crate::stores;
use api::Code;
use api::error::FieldProblem;
use api::review::list_reviews::ListReviews;
use api::review::{Review, ReviewPage};
use domain::ids::{OrgId, ReviewId};
use domain::reviews::{Filter, Order, Place};

const LIMIT: u32 = 100;
/// Characters of a search.
const LONGEST: usize = 100;

pub(super) async fn list_reviews(app: App, _: Caller, ask: ListReviews) -> Result<ReviewPage, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let product = in_range(&snapshot, ask.gtin)?;
    let (order, limit) = (ask.order.unwrap_or_default(), ask.limit.unwrap_or(10));
    check(&ask, limit)?;
    let after = ask.cursor.as_deref().map(|cursor| read_cursor(cursor, order)).transpose()?;
    let shelf = app.shelves().of(&app, &snapshot, &product).await?;
    let picked = shelf.digest.pick(&filter(ask), order, after, usize::try_from(limit).unwrap_or(0));
    let mut reader = app.store().read().await?;
    let mut items = Vec::new();
    for id in picked.ids {
        // What was hidden a moment ago is left out.
        items.extend(read(&mut reader, snapshot.store.org, id).await?);
    }
    let next = picked.next.map(|place| write_cursor(place, order));
    Ok(ReviewPage { items, total: picked.total, next, facets: picked.facets })
}

fn check(ask: &ListReviews, limit: u32) -> Result<(), Failure> {
    let bad = |field, what| Err(Failure::new(Code::BadInput, "1 to 5 stars, 1 to 100 items, short words").field(field, what));
    if !(1..=LIMIT).contains(&limit) {
        return bad("limit", FieldProblem::OutOfRange);
    }
    if ask.stars.is_some_and(|stars| !(1..=5).contains(&stars)) {
        return bad("stars", FieldProblem::OutOfRange);
    }
    match ask.q.as_ref().is_some_and(|words| words.chars().count() > LONGEST) {
        true => bad("q", FieldProblem::TooLong),
        false => Ok(()),
    }
}

fn filter(ask: ListReviews) -> Filter {
    let ListReviews { stars, language, size, mention, .. } = ask;
    let (photo, verified) = (ask.photo.unwrap_or(false), ask.verified.unwrap_or(false));
    Filter { stars, photo, verified, language, size, mention, words: Vec::new() }.with_words(&ask.q.unwrap_or_default())
}

async fn read(reader: &mut Reader, org: OrgId, id: ReviewId) -> Result<Option<Review>, StoreError> {
    let Some(kept) = review::get(reader, org, id).await?.filter(|kept| kept.shown) else { return Ok(None) };
    let photos = catalog::pictures_of(reader, org, "review", id).await?;
    let review::Kept { stars, author, language, title, body, size, fit, verified, helpful, written_at, .. } = kept;
    Ok(Some(Review { id, stars, author, language, title, text: body, size, fit, photos, verified, written_at, helpful }))
}

/// A cursor names its order: in another one its place means nothing.
fn letter(order: Order) -> &'static str {
    match order {
        Order::Newest => "n",
        Order::Helpful => "p",
        Order::High => "h",
        Order::Low => "l",
    }
}

fn write_cursor((rank, at, id): Place, order: Order) -> String {
    format!("{}.{rank}.{at}.{id}", letter(order))
}

fn read_cursor(cursor: &str, order: Order) -> Result<Place, Failure> {
    let read = || {
        let [rank, at, id] =
            <[&str; 3]>::try_from(cursor.strip_prefix(letter(order))?.strip_prefix('.')?.split('.').collect::<Vec<_>>()).ok()?;
        Some((rank.parse().ok()?, at.parse().ok()?, id.parse().ok()?))
    };
    read().ok_or_else(|| Failure::new(Code::BadInput, "not a cursor of this list").field("cursor", FieldProblem::Other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_in_its_own_order_only() {
        let place = (-3, 1_700_000_000_000, "0195c0de-0000-7000-8000-000000000001".parse().expect("an id"));
        let cursor = write_cursor(place, Order::Low);
        assert_eq!(read_cursor(&cursor, Order::Low).ok(), Some(place));
        for (cursor, order) in [(cursor.as_str(), Order::High), ("l.1.2", Order::Low), ("", Order::Newest), ("n.x.2.3", Order::Newest)] {
            assert_eq!(read_cursor(cursor, order).err().map(|failure| failure.code), Some(Code::BadInput), "{cursor}");
        }
    }
}
