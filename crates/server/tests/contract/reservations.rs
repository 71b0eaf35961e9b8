use crate::serve::{Served, shop};
use api::error::FieldProblem;
use api::pickup::{Pickup, Queue};
use api::reservation::{Held, Offer, Ticket};
use api::{Code, Problem};
use domain::Span;
use domain::ids::VariantId;
use domain::reservation::{Because, State, Timers};
use reqwest::{Method, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const RESERVATIONS: &str = "/api/v1/stores/hongdae/reservations";

/// Variants of the flagship with more than one free, in a fixed order.
fn free(shop: &Served) -> Vec<VariantId> {
    let snapshot = shop.app.live().store("hongdae").expect("the flagship").snapshot();
    let mut free: Vec<_> = snapshot.stock.keys().copied().filter(|id| snapshot.available(*id) > 1).collect();
    free.sort();
    free
}

async fn hold(shop: &Served, lines: &[Value]) -> Response {
    let body = json!({ "lines": lines, "acceptPartial": false });
    shop.ask(Method::POST, RESERVATIONS).json(&body).send().await.expect("a reply")
}

async fn read<T: DeserializeOwned>(reply: Response) -> T {
    assert_eq!(reply.status(), 200, "{}", reply.url());
    reply.json().await.expect("the reply's type")
}

#[tokio::test]
async fn a_reservation_has_one_to_fifty_lines_of_one_to_twenty_and_the_wrong_ones_are_named() {
    let shop = shop().await;
    let variants = free(&shop);
    let line = |index: usize, quantity: i64| json!({ "variant": variants[index], "quantity": quantity });
    let many = |count: usize| (0..count).map(|index| line(index, 1)).collect::<Vec<_>>();
    let wrong = vec![line(0, 1), line(1, 0), line(2, 1), line(3, 21)];
    let table = [
        (vec![], vec!["lines"]),
        (many(51), vec!["lines"]),
        (wrong, vec!["lines[1].quantity", "lines[3].quantity"]),
        (vec![line(0, 1), line(1, -1)], vec!["lines[1].quantity"]),
    ];
    for (lines, fields) in table {
        let reply = hold(&shop, &lines).await;
        assert_eq!(reply.status(), 422);
        let problem: Problem = reply.json().await.expect("a problem");
        assert_eq!((problem.code, problem.fields.keys().map(String::as_str).collect::<Vec<_>>()), (Code::BadInput, fields));
    }
    let zero: Problem = hold(&shop, &[line(0, 0)]).await.json().await.expect("a problem");
    assert_eq!(zero.fields["lines[0].quantity"], FieldProblem::OutOfRange);
    let held: Held = read(hold(&shop, &many(50)).await).await;
    assert_eq!(held.ticket.lines.len(), 50);
}

#[tokio::test]
async fn a_hold_says_until_when_it_can_last_and_when_it_would_be_ready() {
    let shop = shop().await;
    let held: Held = read(hold(&shop, &[json!({ "variant": free(&shop)[0], "quantity": 1 })]).await).await;
    let timers = Timers::default();
    let (expires, most) = (held.ticket.expires_at.expect("held"), held.ticket.extendable_until.expect("held"));
    let began = expires - timers.hold;
    assert_eq!(most.since(began), timers.hold_cap);
    let forecast = held.ticket.promised_at.expect("a forecast");
    assert!(forecast.since(began) >= Span::minutes(15), "nobody is that fast");
    let body = json!({ "nickname": "Acorn", "contact": null });
    let confirm = shop.ask(Method::POST, "/api/v1/reservation/confirm").bearer_auth(&held.token).json(&body);
    let placed: Ticket = read(confirm.send().await.expect("a reply")).await;
    let promised = placed.promised_at.expect("a promise");
    assert!(promised >= forecast, "the forecast was {forecast:?}, the promise is {promised:?}");
    assert_eq!((placed.expires_at, placed.extendable_until), (None, None));
}

#[tokio::test]
async fn offers_come_in_their_order_with_the_stores_that_have_them() {
    let shop = shop().await;
    let snapshot = shop.app.live().store("hongdae").expect("the flagship").snapshot();
    let others: Vec<_> =
        shop.app.live().stores().iter().map(|live| live.snapshot()).filter(|other| other.store.slug != "hongdae").collect();
    let is_elsewhere = |id: &VariantId| others.iter().any(|other| other.available(*id) > 0);
    let gtin = |id: &VariantId| snapshot.catalogue.variant(*id).expect("a variant").1.gtin;
    let variants = free(&shop);
    let (there, other) =
        (variants.iter().find(|id| is_elsewhere(id)).expect("one"), variants.iter().rev().find(|id| is_elsewhere(id)).expect("one"));
    let path = format!("/api/v1/stores/hongdae/offers?g={},x,96385074,{}", gtin(other), gtin(there));
    let offers: Vec<Offer> = read(shop.get(&path).await).await;
    assert_eq!(offers.iter().map(|offer| offer.variant).collect::<Vec<_>>(), [*other, *there]);
    for offer in &offers {
        assert_eq!(offer.stock.available, snapshot.available(offer.variant));
        let away: Vec<u32> = offer.elsewhere.iter().map(|other| other.metres).collect();
        assert!(!away.is_empty() && away.is_sorted(), "{away:?}");
    }
}

/// Held, confirmed and accepted by staff.
async fn picking(shop: &Served, variant: VariantId, cookie: &str) -> (String, Pickup) {
    let held: Held = read(hold(shop, &[json!({ "variant": variant, "quantity": 1 })]).await).await;
    let body = json!({ "nickname": "Acorn", "contact": null });
    let confirm = shop.ask(Method::POST, "/api/v1/reservation/confirm").bearer_auth(&held.token).json(&body);
    let placed: Ticket = read(confirm.send().await.expect("a reply")).await;
    let queue: Queue =
        read(shop.ask(Method::GET, "/api/v1/stores/hongdae/pickups").header("cookie", cookie).send().await.expect("a reply")).await;
    let order = queue.to_pick.into_iter().find(|order| order.id == placed.id).expect("the order");
    let path = format!("/api/v1/stores/hongdae/pickups/{}/accept", order.id);
    let ask = shop.ask(Method::POST, &path).header("cookie", cookie).header("if-match", format!("\"{}\"", order.version)).json(&json!({}));
    (held.token, read(ask.send().await.expect("a reply")).await)
}

#[tokio::test]
async fn who_is_asked_about_missing_units_is_told_why_by_when_and_where_else() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("jisu").await;
    let variants = free(&shop);
    let elsewhere =
        |id: &VariantId| shop.app.live().stores().iter().any(|live| live.slug != "hongdae" && live.snapshot().available(*id) > 0);
    let variant = *variants.iter().find(|id| elsewhere(id)).expect("a variant that another store has");
    let instead = *variants.iter().find(|id| **id != variant).expect("another");
    let (token, order) = picking(&shop, variant, &cookie).await;
    let body = json!({ "variant": variant, "quantity": 1, "because": "damaged", "substitutes": [instead] });
    let path = format!("/api/v1/stores/hongdae/pickups/{}/short", order.id);
    let ask = shop.ask(Method::POST, &path).header("cookie", &cookie).header("if-match", format!("\"{}\"", order.version)).json(&body);
    let _: Pickup = read(ask.send().await.expect("a reply")).await;
    let ticket = shop.ask(Method::GET, "/api/v1/reservation").bearer_auth(&token).send().await.expect("a reply");
    let ticket: Ticket = read(ticket).await;
    let missing = ticket.lines[0].missing.as_ref().expect("a question");
    assert_eq!((ticket.state, missing.quantity, missing.because), (State::NeedsDecision, 1, Because::Damaged));
    assert_eq!(missing.substitutes.iter().map(|one| one.variant).collect::<Vec<_>>(), [instead]);
    assert!(!missing.elsewhere.is_empty());
    assert!(ticket.decide_by.is_some());
}
