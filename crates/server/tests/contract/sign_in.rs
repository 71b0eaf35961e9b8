use crate::serve::{Served, cookie_of, shop};
use api::people::Session;
use api::{Code, Problem};
use domain::Span;
use reqwest::{Method, Response};
use serde_json::json;

async fn attempt(shop: &Served, login: &str, password: &str) -> Response {
    let body = json!({ "login": login, "password": password });
    shop.ask(Method::POST, "/api/v1/session").json(&body).send().await.expect("a reply")
}

async fn session(shop: &Served, cookie: &str) -> Response {
    shop.ask(Method::GET, "/api/v1/session").header("cookie", cookie).send().await.expect("a reply")
}

#[tokio::test]
async fn a_session_lives_in_a_cookie_that_no_script_and_no_other_site_can_read() {
    let shop = shop().await;
    let reply = attempt(&shop, " Jisu ", fixtures::DEMO_PASSWORD).await;
    let set = reply.headers()["set-cookie"].to_str().expect("ascii").to_owned();
    let (pair, attributes) = set.split_once("; ").expect("attributes");
    assert_eq!(attributes, "HttpOnly; Secure; SameSite=Lax; Path=/");
    assert!(pair.starts_with("__Host-staff=") && pair.len() == "__Host-staff=".len() + 64);
    let begun: Session = reply.json().await.expect("a session");
    let told: Session = session(&shop, pair).await.json().await.expect("a session");
    assert_eq!((begun.person, begun.stores.len()), (told.person, 1));
}

#[tokio::test]
async fn signing_in_again_ends_the_session_before_and_signing_out_ends_the_last() {
    let shop = shop().await;
    let (_, first) = shop.sign_in("sora").await;
    let body = json!({ "login": "sora", "password": fixtures::DEMO_PASSWORD });
    let again = shop.ask(Method::POST, "/api/v1/session").header("cookie", &first).json(&body).send().await.expect("a reply");
    let second = cookie_of(&again);
    assert_ne!(first, second);
    assert_eq!(session(&shop, &first).await.status(), 401);
    assert_eq!(session(&shop, &second).await.status(), 200);
    let out = shop.ask(Method::DELETE, "/api/v1/session").header("cookie", &second).send().await.expect("a reply");
    assert_eq!((out.status().as_u16(), cookie_of(&out).as_str()), (200, "__Host-staff="));
    assert_eq!(session(&shop, &second).await.status(), 401);
    assert_eq!(shop.ask(Method::DELETE, "/api/v1/session").send().await.expect("a reply").status(), 200, "out is out");
}

#[tokio::test]
async fn an_unknown_login_and_a_wrong_password_read_the_same_and_have_five_tries() {
    let shop = shop().await;
    for login in ["jisu", "nobody"] {
        for _ in 0..5 {
            let reply = attempt(&shop, login, "wrong").await;
            let mut problem: Problem = reply.json().await.expect("a problem");
            problem.request.clear();
            let same = Problem { request: String::new(), ..attempted("login or password is wrong") };
            assert_eq!(problem, same, "{login}");
        }
        let sixth = attempt(&shop, login, fixtures::DEMO_PASSWORD).await;
        let wait: u32 = sixth.headers()["retry-after"].to_str().expect("ascii").parse().expect("seconds");
        assert!((1..=900).contains(&wait));
        assert_eq!(sixth.json::<Problem>().await.expect("a problem").code, Code::TooOften);
    }
    assert_eq!(attempt(&shop, "sora", fixtures::DEMO_PASSWORD).await.status(), 200, "somebody else is not held up");
}

fn attempted(detail: &str) -> Problem {
    serde_json::from_value(json!({
        "type": "/api/docs#wrong-sign-in", "title": "Login or password is wrong.", "status": 401, "detail": detail,
        "code": "wrong-sign-in", "request": "",
    }))
    .expect("a problem")
}

#[tokio::test]
async fn a_session_ends_twelve_hours_after_the_last_act() {
    let shop = shop().await;
    let (begun, cookie) = shop.sign_in("jisu").await;
    shop.app.clock().move_on(Span::hours(11));
    let later: Session = session(&shop, &cookie).await.json().await.expect("a session");
    assert!(later.expires_at > begun.expires_at, "an act moves the end");
    shop.app.clock().move_on(Span::hours(11));
    assert_eq!(session(&shop, &cookie).await.status(), 200);
    shop.app.clock().move_on(Span::hours(12));
    assert_eq!(session(&shop, &cookie).await.status(), 401);
}
