use crate::every;
use crate::serve::shop;
use api::{Code, Problem};

#[tokio::test]
async fn every_endpoint_of_the_contract_is_served() {
    let shop = shop().await;
    for one in every::endpoint() {
        let reply = one.ask(&shop, "hongdae").send().await.expect("a reply");
        let (status, name) = (reply.status().as_u16(), one.name);
        assert_ne!(status, 500, "{name} broke");
        if status >= 400 {
            let problem: Problem = reply.json().await.unwrap_or_else(|error| panic!("{name} answers {status} without a problem: {error}"));
            assert_ne!(problem.code, Code::NoSuchPath, "{name} is not mounted");
            assert_eq!(problem.status, status, "{name}");
        }
    }
}

#[tokio::test]
async fn the_served_document_is_3_1_and_names_every_endpoint() {
    let shop = shop().await;
    let document: serde_json::Value = shop.get("/api/openapi.json").await.json().await.expect("json");
    assert_eq!(document["openapi"], "3.1.0");
    for one in every::endpoint() {
        let operation = &document["paths"][one.template][every::method(one.verb).as_str().to_lowercase()];
        assert_eq!(operation["operationId"], one.name);
    }
    let page = shop.get("/api/docs").await.text().await.expect("a page");
    for one in every::endpoint() {
        assert!(page.contains(&format!("id=\"{}\"", one.name)), "{} is not on the page", one.name);
    }
    for code in Code::ALL {
        assert!(page.contains(&format!("<tr id=\"{}\">", code.as_str())), "a problem's `type` leads nowhere: {}", code.as_str());
    }
    assert!(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"), "the page asks somebody else");
}

#[tokio::test]
async fn a_path_with_encoded_values_reaches_its_endpoint() {
    let shop = shop().await;
    let ask = api::catalog::get_collection::GetCollection { store: "홍대/1?".into(), collection: "a b%".into() };
    let (url, _) = api::Endpoint::into_request(ask);
    let problem: Problem = shop.get(&url).await.json().await.expect("a problem");
    assert_eq!(problem.code, Code::NoSuchStore);
}
