use crate::every;
use crate::serve::shop;
use api::{Code, Problem};

#[tokio::test]
async fn a_forged_origin_is_refused_on_every_route_that_changes_something() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("sora").await;
    let forged =
        [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")];
    for one in every::endpoint().into_iter().filter(every::One::is_command) {
        for (header, value) in forged {
            let reply = one.ask(&shop, "hongdae").header("cookie", &cookie).header(header, value).send().await.expect("a reply");
            assert_eq!(reply.status(), 403, "{} with {header}: {value}", one.name);
            let problem: Problem = reply.json().await.expect("a problem");
            assert_eq!(problem.code, Code::ForeignOrigin, "{}", one.name);
        }
    }
}

#[tokio::test]
async fn our_own_pages_and_programs_without_a_browser_are_let_in() {
    let shop = shop().await;
    let own = [("origin", shop.url.as_str()), ("sec-fetch-site", "same-origin"), ("user-agent", "till/1.0")];
    for one in every::endpoint().into_iter().filter(every::One::is_command) {
        for (header, value) in own {
            let reply = one.ask(&shop, "hongdae").header(header, value).send().await.expect("a reply");
            assert_ne!(reply.status(), 403, "{} with {header}: {value}", one.name);
        }
    }
}
