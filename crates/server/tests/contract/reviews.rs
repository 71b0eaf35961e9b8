//! Reviews over HTTP: filters and pages, refusals, and the way through the studio.

use crate::serve::{Served, shop};
use api::review::{HelpfulCount, Lines, Moderation, ReviewPage, ReviewSummary};
use api::{Code, Problem};
use reqwest::Method;
use serde::de::DeserializeOwned;
use serde_json::json;

/// The overshirt in mist, M.
const PRODUCT: &str = "/api/v1/stores/hongdae/products/08801234500258";
const MODERATION: &str = "/api/v1/stores/hongdae/moderation";

async fn read<T: DeserializeOwned>(shop: &Served, path: &str) -> T {
    let reply = shop.get(path).await;
    assert_eq!(reply.status(), 200, "{path}");
    reply.json().await.expect("a reply")
}

async fn reviews(shop: &Served, query: &str) -> ReviewPage {
    read(shop, &format!("{PRODUCT}/reviews?{query}")).await
}

#[tokio::test]
async fn every_filter_narrows_and_its_count_is_what_was_promised() {
    let shop = shop().await;
    let all = reviews(&shop, "limit=100").await;
    assert_eq!(all.total as usize, all.items.len());
    let promised = &all.facets;
    let size = &promised.sizes[0];
    let language = &promised.languages[0];
    let cases = [
        ("stars=5".to_owned(), promised.stars.counts[4]),
        ("photo=true".to_owned(), promised.photo),
        ("verified=true".to_owned(), promised.verified),
        (format!("size={}", size.size), size.count),
        (format!("language={}", language.language), language.count),
    ];
    for (query, count) in cases {
        let page = reviews(&shop, &format!("{query}&limit=100")).await;
        assert_eq!((page.total, page.items.len() as u32), (count, count), "{query}");
        assert!(count > 0 && count < all.total, "{query}");
    }
    let found = reviews(&shop, "q=%EC%84%B8%ED%83%81&limit=100").await;
    assert!(found.total >= 3 && found.items.iter().all(|review| format!("{}{}", review.title, review.text).contains("세탁")));
}

#[tokio::test]
async fn parts_join_to_the_whole_in_every_order() {
    let shop = shop().await;
    for order in ["newest", "helpful", "high", "low"] {
        let whole = reviews(&shop, &format!("order={order}&limit=100")).await;
        let (mut joined, mut cursor) = (Vec::new(), String::new());
        loop {
            let part = reviews(&shop, &format!("order={order}&limit=7{cursor}")).await;
            joined.extend(part.items.into_iter().map(|review| review.id));
            let Some(next) = part.next else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(joined, whole.items.iter().map(|review| review.id).collect::<Vec<_>>(), "{order}");
        let foreign = shop.get(&format!("{PRODUCT}/reviews?order={}{cursor}", if order == "low" { "high" } else { "low" })).await;
        assert_eq!(foreign.status(), 422, "a cursor of {order}");
    }
}

#[tokio::test]
async fn a_mention_of_the_summary_finds_as_many_as_it_says() {
    let shop = shop().await;
    let summary: ReviewSummary = read(&shop, &format!("{PRODUCT}/reviews/summary")).await;
    assert!(summary.mentions.len() >= 3 && summary.fit.is_some() && summary.given.is_none());
    for mention in summary.mentions {
        let page = shop.ask(Method::GET, &format!("{PRODUCT}/reviews")).query(&[("mention", &mention.word)]).send().await;
        let page: ReviewPage = page.expect("a reply").json().await.expect("a page");
        assert_eq!(page.total, mention.count, "{}", mention.word);
    }
}

#[tokio::test]
async fn what_cannot_be_asked_for_is_refused() {
    let shop = shop().await;
    for query in ["stars=6", "limit=0", "limit=101", "order=best", "photo=maybe", "language=KO", "cursor=1.2", "colour=red"] {
        let reply = shop.get(&format!("{PRODUCT}/reviews?{query}")).await;
        assert_eq!(reply.json::<Problem>().await.expect("a problem").code, Code::BadInput, "{query}");
    }
    let line = |text: &str| shop.ask(Method::POST, &format!("{PRODUCT}/lines")).json(&json!({ "language": "ko", "text": text }));
    let long = "가".repeat(81);
    for text in ["", " \n ", long.as_str()] {
        assert_eq!(line(text).send().await.expect("a reply").status(), 422, "{text:?}");
    }
    assert_eq!(line(&"가".repeat(80)).send().await.expect("a reply").status(), 200);
}

#[tokio::test]
async fn a_flood_of_marks_is_told_to_wait() {
    let shop = shop().await;
    let id = reviews(&shop, "limit=1").await.items[0].id;
    let path = format!("/api/v1/stores/hongdae/reviews/{id}/helpful");
    let mut refused = None;
    for _ in 0..=120 {
        let reply = shop.ask(Method::POST, &path).send().await.expect("a reply");
        if reply.status() != 200 {
            refused = Some((reply.status().as_u16(), reply.headers().contains_key("retry-after")));
        }
    }
    assert_eq!(refused, Some((429, true)));
}

#[tokio::test]
async fn a_reported_review_is_hidden_and_its_line_is_shown_by_the_studio() {
    let shop = shop().await;
    let before = reviews(&shop, "limit=1").await;
    let id = before.items[0].id;
    let about = |what: &str| format!("/api/v1/stores/hongdae/reviews/{id}/{what}");
    let helped: HelpfulCount = shop.ask(Method::POST, &about("helpful")).send().await.expect("a reply").json().await.expect("a count");
    assert_eq!(helped.helpful, before.items[0].helpful + 1);
    let report = shop.ask(Method::POST, &about("report")).json(&json!({ "reason": "abuse" }));
    assert_eq!(report.send().await.expect("a reply").status(), 200);

    let (_, cookie) = shop.sign_in("minho").await;
    let queue = shop.ask(Method::GET, MODERATION).header("cookie", &cookie).send().await.expect("a reply");
    let queue: Moderation = queue.json().await.expect("a queue");
    assert!(queue.reported.iter().any(|reported| reported.what.id == id.to_string()));
    assert!(queue.reported.iter().any(|reported| reported.reports.iter().any(|reason| reason.count == 0)), "the program's own hint");
    let decide = |body| shop.ask(Method::POST, MODERATION).header("cookie", &cookie).json(&body);
    let without = decide(json!({ "subject": "review", "id": id, "act": "hide", "reason": null })).send().await.expect("a reply");
    assert_eq!(without.json::<Problem>().await.expect("a problem").code, Code::NoReason);
    let hidden = decide(json!({ "subject": "review", "id": id, "act": "hide", "reason": "abuse" })).send().await.expect("a reply");
    let queue: Moderation = hidden.json().await.expect("a queue");
    assert!(queue.reported.iter().all(|reported| reported.what.id != id.to_string()));
    assert!(queue.history[0].what.hidden && !queue.history[0].by.is_empty());
    assert_eq!(reviews(&shop, "limit=1").await.total + 1, before.total);

    let waiting =
        queue.lines.iter().find(|line| line.what.gtin.is_some_and(|gtin| PRODUCT.ends_with(&gtin.to_string()))).map(|line| line.id);
    let waiting = waiting.or(queue.lines.first().map(|line| line.id)).expect("a line that waits");
    let shown = decide(json!({ "subject": "line", "id": waiting, "act": "keep", "reason": null })).send().await.expect("a reply");
    assert_eq!(shown.status(), 200);
    let lines: Lines = read(&shop, &format!("{PRODUCT}/lines")).await;
    assert!(lines.items.len() >= 3);
}
