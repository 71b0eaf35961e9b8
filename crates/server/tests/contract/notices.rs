use crate::serve::{Served, shop};
use api::error::FieldProblem;
use api::notice::NoticeStanding;
use api::pickup::Pickup;
use api::reservation::{Held, Ticket};
use api::{Code, Problem};
use domain::ContactKind;
use domain::reservation::State;
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};
use server::notice::{Log, Notices, Outbox};
use std::sync::Arc;

const PICKUPS: &str = "/api/v1/stores/hongdae/pickups";

/// A shop that can send mail and nothing else.
async fn mailing() -> Served {
    let shop = shop().await;
    shop.app.send_notices_by(Notices { email: Some(Arc::new(Log)), phone: None, public_url: "https://shop.example".into() });
    shop
}

async fn hold(shop: &Served) -> Held {
    let snapshot = shop.app.live().store("hongdae").expect("the flagship").snapshot();
    let variant = *snapshot.stock.keys().filter(|variant| snapshot.available(**variant) > 3).min().expect("a variant");
    let body = json!({ "lines": [{ "variant": variant, "quantity": 1 }], "acceptPartial": false });
    shop.ask(Method::POST, "/api/v1/stores/hongdae/reservations").json(&body).send().await.expect("a reply").json().await.expect("a hold")
}

async fn confirm(shop: &Served, token: &str, contact: Value, language: &str) -> Response {
    let body = json!({ "nickname": "도토리", "contact": contact, "language": language });
    shop.ask(Method::POST, "/api/v1/reservation/confirm").bearer_auth(token).json(&body).send().await.expect("a reply")
}

async fn ticket(shop: &Served, token: &str) -> Ticket {
    shop.ask(Method::GET, "/api/v1/reservation").bearer_auth(token).send().await.expect("a reply").json().await.expect("a ticket")
}

/// The desk, as one of its people.
struct Desk<'a> {
    shop: &'a Served,
    cookie: String,
}

impl Desk<'_> {
    fn ask(&self, pickup: &Pickup, act: &str, body: &Value) -> RequestBuilder {
        let request = self.shop.ask(Method::POST, &format!("{PICKUPS}/{}/{act}", pickup.id)).header("cookie", &self.cookie);
        let request = request.header("if-match", format!("\"{}\"", pickup.version));
        if body.is_null() { request } else { request.json(body) }
    }

    async fn act(&self, pickup: &Pickup, act: &str, body: Value) -> Pickup {
        let reply = self.ask(pickup, act, &body).send().await.expect("a reply");
        assert_eq!(reply.status(), 200, "{act}");
        reply.json().await.expect("an order")
    }

    async fn find(&self, ticket: &Ticket) -> Pickup {
        let reply = self.shop.ask(Method::GET, PICKUPS).header("cookie", &self.cookie).send().await.expect("a reply");
        let queue: api::pickup::Queue = reply.json().await.expect("a queue");
        queue.to_pick.into_iter().chain(queue.waiting).find(|pickup| pickup.id == ticket.id).expect("the order")
    }

    async fn ready(&self, ticket: &Ticket) -> Pickup {
        let accepted = self.act(&self.find(ticket).await, "accept", Value::Null).await;
        let scanned = self.act(&accepted, "scan", json!({ "gtin": accepted.lines[0].gtin })).await;
        self.act(&scanned, "ready", json!({ "bin": "A3" })).await
    }
}

async fn desk(shop: &Served) -> Desk<'_> {
    Desk { shop, cookie: shop.sign_in("jisu").await.1 }
}

async fn problem(reply: Response) -> Problem {
    reply.json().await.expect("a problem")
}

#[tokio::test]
async fn a_shop_asks_for_addresses_that_it_has_a_way_to_and_takes_no_others() {
    let (silent, mailing) = (shop().await, mailing().await);
    assert_eq!(hold(&silent).await.ticket.contacts, []);
    let Held { token, ticket: held } = hold(&mailing).await;
    assert_eq!(held.contacts, [ContactKind::Email]);
    for wrong in ["call me", "a@b", "010-1234-5678", "a@b.kr\r\nBcc: c@d.kr"] {
        let refused = problem(confirm(&mailing, &token, json!(wrong), "ko").await).await;
        assert_eq!((refused.code, refused.fields.get("contact")), (Code::BadInput, Some(&FieldProblem::NotAContact)), "{wrong}");
    }
    assert_eq!(ticket(&mailing, &token).await.state, State::Held, "nothing has happened");
    let confirmed: Ticket = confirm(&mailing, &token, json!(" Dotori@Mail.Example "), "ko").await.json().await.expect("a ticket");
    let notice = confirmed.notice.expect("a notice");
    assert_eq!((notice.standing, notice.by, confirmed.contacts.len()), (NoticeStanding::Waiting, ContactKind::Email, 0));
    let whole = serde_json::to_string(&confirmed).expect("json").to_lowercase();
    assert!(!whole.contains("mail.example"), "an address is never told: {whole}");
    let without: Ticket = confirm(&silent, &hold(&silent).await.token, Value::Null, "ko").await.json().await.expect("a ticket");
    assert_eq!((without.state, without.notice), (State::Placed, None));
    let nowhere = hold(&silent).await.token;
    let refused = problem(confirm(&silent, &nowhere, json!("a@b.kr"), "ko").await).await;
    assert_eq!(refused.fields.get("contact"), Some(&FieldProblem::NotAContact), "no notice is promised where there is none");
    let odd = problem(confirm(&silent, &nowhere, Value::Null, "kor").await).await;
    assert_eq!(odd.code, Code::BadInput);
}

#[tokio::test]
async fn a_notice_is_sent_again_three_times_and_then_there_is_a_pause() {
    let shop = mailing().await;
    let held = hold(&shop).await;
    let placed: Ticket = confirm(&shop, &held.token, json!("a@b.kr"), "en").await.json().await.expect("a ticket");
    let desk = desk(&shop).await;
    let mut order = desk.ready(&placed).await;
    assert_eq!(order.notice.map(|notice| notice.standing), Some(NoticeStanding::Waiting));
    Outbox::new(shop.app.clone()).round().await.expect("a round");
    assert_eq!(ticket(&shop, &held.token).await.notice.map(|notice| notice.standing), Some(NoticeStanding::Sent));
    order = desk.find(&placed).await;
    for _ in 0..3 {
        order = desk.act(&order, "notice", Value::Null).await;
        assert_eq!(order.notice.map(|notice| notice.standing), Some(NoticeStanding::Waiting));
    }
    let reply = desk.ask(&order, "notice", &Value::Null).send().await.expect("a reply");
    let wait: u32 = reply.headers()["retry-after"].to_str().expect("ascii").parse().expect("seconds");
    let refused = problem(reply).await;
    assert_eq!((refused.code, refused.params.get("seconds")), (Code::TooOften, Some(&wait.to_string())));
    assert!((1..=900).contains(&wait));
    // A code can still be tried: one has nothing to do with the other.
    let collected = desk.ask(&order, "collect", &json!({ "code": "7K2M9QXA", "refused": [] })).send().await.expect("a reply");
    assert_eq!(problem(collected).await.code, Code::WrongCode);
}

#[tokio::test]
async fn nothing_is_sent_again_to_who_left_no_address() {
    let shop = mailing().await;
    let held = hold(&shop).await;
    let placed: Ticket = confirm(&shop, &held.token, Value::Null, "ko").await.json().await.expect("a ticket");
    let desk = desk(&shop).await;
    let order = desk.find(&placed).await;
    assert_eq!(order.notice, None);
    for _ in 0..5 {
        let refused = problem(desk.ask(&order, "notice", &Value::Null).send().await.expect("a reply")).await;
        assert_eq!(refused.code, Code::WrongState, "a refusal is no try");
    }
    let early = problem(desk.ask(&order, "told", &Value::Null).send().await.expect("a reply")).await;
    assert_eq!(early.code, Code::WrongState);
}

#[tokio::test]
async fn a_ticket_that_shows_ready_begins_the_wait_once_for_who_left_no_address() {
    let shop = mailing().await;
    let (with, without) = (hold(&shop).await, hold(&shop).await);
    let desk = desk(&shop).await;
    let mut versions = Vec::new();
    for (held, contact) in [(&with, json!("a@b.kr")), (&without, Value::Null)] {
        let placed: Ticket = confirm(&shop, &held.token, contact, "ko").await.json().await.expect("a ticket");
        versions.push(desk.ready(&placed).await.version);
    }
    for _ in 0..2 {
        assert_eq!(ticket(&shop, &without.token).await.version, versions[1] + 1, "seen once, however often it is opened");
        assert_eq!(ticket(&shop, &with.token).await.version, versions[0], "an address was left: its notice counts");
    }
}
