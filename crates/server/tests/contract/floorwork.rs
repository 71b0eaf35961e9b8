//! Stock, calls, pauses and notes over HTTP.

use crate::serve::{Served, shop};
use api::call::Call;
use api::catalog::Product;
use api::stock::{MovedBy, MovementPage, StockCard};
use api::store::{Pause, Store};
use api::{Code, Problem};
use domain::Language;
use domain::call::CallState;
use domain::pause::PauseReason;
use domain::stock::Reason;
use reqwest::{Method, RequestBuilder};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::Duration;

const STORE: &str = "/api/v1/stores/hongdae";

/// A code of the flagship with more than one unit on the floor.
fn some_gtin(shop: &Served) -> String {
    let snapshot = shop.app.live().store("hongdae").expect("the flagship").snapshot();
    let variant = snapshot.locations.keys().filter(|id| snapshot.available(**id) > 2).min().expect("a variant");
    snapshot.catalogue.variant(*variant).expect("known").1.gtin.to_string()
}

fn post(shop: &Served, path: &str, cookie: &str, body: &Value) -> RequestBuilder {
    shop.ask(Method::POST, &format!("{STORE}{path}")).header("cookie", cookie).json(body)
}

async fn done<T: DeserializeOwned>(request: RequestBuilder) -> T {
    let reply = request.send().await.expect("a reply");
    assert!(reply.status().is_success(), "{}: {}", reply.url().path(), reply.status());
    reply.json().await.expect("the reply's type")
}

async fn refused(request: RequestBuilder) -> Problem {
    request.send().await.expect("a reply").json().await.expect("a problem")
}

async fn read<T: DeserializeOwned>(shop: &Served, path: &str, cookie: &str) -> T {
    done(shop.ask(Method::GET, &format!("{STORE}{path}")).header("cookie", cookie)).await
}

/// The product's page once that is so.
async fn product_once(shop: &Served, gtin: &str, wanted: impl Fn(&Product) -> bool) -> Product {
    let live = shop.app.live().store("hongdae").expect("the flagship");
    let (mut word, mut renewed) = (live.watch(), live.renewed());
    loop {
        let product: Product = read(shop, &format!("/products/{gtin}"), "").await;
        if wanted(&product) {
            return product;
        }
        let either = async {
            tokio::select! { changed = word.changed() => changed, changed = renewed.changed() => changed }
        };
        tokio::time::timeout(Duration::from_secs(30), either).await.expect("word").expect("the node follows");
    }
}

#[tokio::test]
async fn a_count_at_the_desk_is_seen_in_the_books_their_history_and_on_the_product_s_page() {
    let shop = shop().await;
    let (gtin, (_, cookie)) = (some_gtin(&shop), shop.sign_in("jisu").await);
    let card: StockCard = read(&shop, &format!("/stock/{gtin}"), &cookie).await;
    let floor = card.stock.floor;
    let ask = json!({ "found": floor + 3, "expected": floor });
    let after: StockCard = done(post(&shop, &format!("/stock/{gtin}/count"), &cookie, &ask)).await;
    let witness = after.check.as_ref().and_then(|check| check.witness.as_ref()).expect("a witness");
    assert_eq!((after.stock.floor, witness.name.get(Language::KO), witness.found), (floor + 3, "지수", floor + 3));
    let page: MovementPage = read(&shop, &format!("/stock/{gtin}/movements?limit=1"), &cookie).await;
    let [line] = page.items.as_slice() else { panic!("one line: {page:?}") };
    assert_eq!((line.quantity, line.reason, line.by), (3, Reason::Adjusted, MovedBy::Person));
    assert_eq!(line.name.as_ref().map(|name| name.get(Language::EN)), Some("Jisu"));
    let rest: MovementPage = read(&shop, &format!("/stock/{gtin}/movements?cursor={}", page.next.expect("the delivery")), &cookie).await;
    assert!(rest.items.iter().all(|older| older.id != line.id) && !rest.items.is_empty());
    let again = refused(post(&shop, &format!("/stock/{gtin}/count"), &cookie, &ask)).await;
    assert_eq!((again.code, again.params["expected"].clone()), (Code::Stale, (floor + 3).to_string()));
    product_once(&shop, &gtin, |product| {
        product.variants.iter().any(|variant| variant.stock.check.as_ref().is_some_and(|check| check.witness.as_ref() == Some(witness)))
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_a_page_of_a_history_is_named() {
    let shop = shop().await;
    let (gtin, (_, cookie)) = (some_gtin(&shop), shop.sign_in("jisu").await);
    for (query, field) in [("limit=0", "limit"), ("limit=101", "limit"), ("cursor=yesterday", "cursor")] {
        let ask = shop.ask(Method::GET, &format!("{STORE}/stock/{gtin}/movements?{query}")).header("cookie", &cookie);
        let problem = refused(ask).await;
        assert!(problem.code == Code::BadInput && problem.fields.contains_key(field), "{query}: {problem:?}");
    }
}

#[tokio::test]
async fn a_call_goes_from_a_phone_to_the_desk_and_back() {
    let shop = shop().await;
    let key = "00112233445566778899aabbccddeeff";
    let slot = {
        let snapshot = shop.app.live().store("hongdae").expect("the flagship").snapshot();
        *snapshot.slots.keys().min_by_key(|slot| slot.to_string()).expect("a slot")
    };
    let ask = json!({ "token": key, "slot": slot, "gtin": some_gtin(&shop), "wish": "another", "words": " 240 사이즈 " });
    let made: Call = done(post(&shop, "/calls", "", &ask)).await;
    assert_eq!((made.words.as_str(), made.place.as_ref().map(|place| place.slot)), ("240 사이즈", Some(slot)));
    let second: Call =
        done(post(&shop, "/calls", "", &json!({ "token": key, "slot": null, "gtin": null, "wish": "carry", "words": "" }))).await;
    assert_eq!(second, made, "a device has one open call");
    let (_, cookie) = shop.sign_in("jisu").await;
    let calls: Vec<Call> = read(&shop, "/calls", &cookie).await;
    assert_eq!(calls.as_slice(), std::slice::from_ref(&made));
    let coming: Call = done(post(&shop, &format!("/calls/{}/answer", made.id), &cookie, &json!({}))).await;
    assert_eq!(coming.answer.as_ref().map(|answer| answer.name.get(Language::KO)), Some("지수"));
    let mine = || shop.ask(Method::GET, &format!("{STORE}/calls/mine")).bearer_auth(key);
    assert_eq!(done::<Call>(mine()).await, coming);
    let (_, other) = shop.sign_in("hyun").await;
    let late = refused(post(&shop, &format!("/calls/{}/answer", made.id), &other, &json!({}))).await;
    assert_eq!(late.code, Code::WrongState);
    let _: Call = done(post(&shop, &format!("/calls/{}/close", made.id), &cookie, &json!({}))).await;
    let closed: Call = done(mine()).await;
    assert_eq!((closed.state(shop.app.now()), closed.withdrawn), (CallState::Closed, false));
    assert_eq!(read::<Vec<Call>>(&shop, "/calls", &cookie).await, []);
}

#[tokio::test]
async fn a_call_that_cannot_be_one_is_refused_and_a_phone_takes_its_own_back() {
    let shop = shop().await;
    let call = |token: &str, words: &str| json!({ "token": token, "slot": "7K2M9QXA", "gtin": null, "wish": "question", "words": words });
    let key = "f".repeat(32);
    for (token, words, field) in [("short", "", "token"), (key.as_str(), "가".repeat(121).as_str(), "words")] {
        let problem = refused(post(&shop, "/calls", "", &call(token, words))).await;
        assert!(problem.code == Code::BadInput && problem.fields.contains_key(field), "{problem:?}");
    }
    let made: Call = done(post(&shop, "/calls", "", &call(&key, &"가".repeat(120)))).await;
    assert_eq!(made.place, None, "a label that this shop does not know is no reason not to come");
    let strange = shop.ask(Method::POST, &format!("{STORE}/calls/mine/withdraw")).bearer_auth("0".repeat(32)).json(&json!({}));
    assert_eq!(refused(strange).await.code, Code::NoSuchTask);
    let withdraw = shop.ask(Method::POST, &format!("{STORE}/calls/mine/withdraw")).bearer_auth(&key).json(&json!({}));
    assert!(done::<Call>(withdraw).await.withdrawn);
}

#[tokio::test]
async fn calls_of_one_place_have_an_end() {
    let shop = shop().await;
    let call = json!({ "token": "a".repeat(32), "slot": null, "gtin": null, "wish": "question", "words": "" });
    for _ in 0..120 {
        assert_eq!(post(&shop, "/calls", "", &call).send().await.expect("a reply").status(), 200);
    }
    assert_eq!(refused(post(&shop, "/calls", "", &call)).await.code, Code::TooOften);
}

#[tokio::test]
async fn a_manager_pauses_and_resumes_and_the_pages_say_so() {
    let shop = shop().await;
    let (gtin, (_, cookie)) = (some_gtin(&shop), shop.sign_in("sora").await);
    let ask = |tomorrow: bool, minute: u16| json!({ "reason": "stocktaking", "words": "잠시만요", "tomorrow": tomorrow, "minute": minute });
    let late = refused(post(&shop, "/pause", &cookie, &ask(false, 24 * 60))).await;
    assert!(late.code == Code::BadInput && late.fields.contains_key("minute"), "{late:?}");
    let pause: Pause = done(post(&shop, "/pause", &cookie, &ask(true, 11 * 60))).await;
    assert_eq!((pause.reason, pause.words.as_str()), (PauseReason::Stocktaking, "잠시만요"));
    let product = product_once(&shop, &gtin, |product| product.pause.is_some()).await;
    assert_eq!(product.pause, Some(pause.clone()));
    assert_eq!(read::<Store>(&shop, "", "").await.pause, Some(pause.clone()));
    let wish = json!({ "lines": [{ "variant": product.variants[0].id, "quantity": 1 }], "acceptPartial": false });
    let problem = refused(post(&shop, "/reservations", "", &wish)).await;
    assert_eq!((problem.code, problem.params["until"].clone()), (Code::Paused, pause.until.to_rfc3339()));
    let resume = shop.ask(Method::DELETE, &format!("{STORE}/pause")).header("cookie", &cookie);
    assert_eq!(resume.send().await.expect("a reply").status(), 200);
    product_once(&shop, &gtin, |product| product.pause.is_none()).await;
}

#[tokio::test]
async fn a_note_is_its_writer_s_and_without_words_there_is_none() {
    let shop = shop().await;
    let (gtin, (_, cookie)) = (some_gtin(&shop), shop.sign_in("jisu").await);
    let path = format!("/products/{gtin}/note");
    let long = refused(post(&shop, &path, &cookie, &json!({ "text": { "ko": "가".repeat(141) } }))).await;
    assert!(long.code == Code::BadInput && long.fields.contains_key("text"), "{long:?}");
    done::<()>(post(&shop, &path, &cookie, &json!({ "text": { "ko": " 반 치수\n작게 나와요 ", "en": "" } }))).await;
    let said = |product: &Product| {
        product.note.as_ref().map(|note| (note.name.get(Language::KO).to_owned(), note.text.get(Language::EN).to_owned()))
    };
    let wanted = Some(("지수".to_owned(), "반 치수 작게 나와요".to_owned()));
    product_once(&shop, &gtin, |product| said(product) == wanted).await;
    done::<()>(post(&shop, &path, &cookie, &json!({ "text": {} }))).await;
    product_once(&shop, &gtin, |product| product.note.is_none()).await;
}
