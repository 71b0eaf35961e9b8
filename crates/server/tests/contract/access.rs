use crate::every;
use crate::serve::shop;
use api::{Access, Code, Problem};
use domain::access::Role;

/// Who asks, what they are, and where they are that. The demo shop's people.
const PEOPLE: [(&str, Role, &[&str]); 5] = [
    ("jisu", Role::Staff, &["hongdae"]),
    ("hyun", Role::Staff, &["hongdae", "seongsu"]),
    ("minho", Role::Merchandiser, &["hongdae", "seongsu"]),
    ("sora", Role::Manager, &["hongdae", "seongsu"]),
    ("admin", Role::Admin, &["hongdae", "seongsu"]),
];

#[tokio::test]
async fn every_route_lets_in_exactly_the_roles_of_the_table_in_their_own_stores() {
    let (shop, mut let_in) = (shop().await, 0);
    for (login, role, stores) in PEOPLE {
        let (session, cookie) = shop.sign_in(login).await;
        assert_eq!(session.role, role, "{login}");
        for one in every::endpoint() {
            let Access::Person(action) = one.access else { continue };
            for store in ["hongdae", "seongsu", "nowhere"] {
                let reply = one.ask(&shop, store).header("cookie", &cookie).send().await.expect("a reply");
                let (status, case) = (reply.status().as_u16(), format!("{} by {login} in {store}", one.name));
                let code = if status < 400 { None } else { Some(reply.json::<Problem>().await.expect("a problem").code) };
                match (stores.contains(&store), role.may(action)) {
                    (false, _) => assert_eq!((status, code), (404, Some(Code::NoSuchStore)), "{case}"),
                    (true, false) => assert_eq!((status, code), (403, Some(Code::NotAllowed)), "{case}"),
                    (true, true) => {
                        let_in += 1;
                        let shut = [Code::SignInNeeded, Code::NotAllowed, Code::NoSuchStore, Code::ForeignOrigin];
                        assert!(code.is_none_or(|code| !shut.contains(&code)), "{case}: {code:?}");
                        assert_ne!(status, 500, "{case}");
                    }
                }
            }
        }
    }
    assert!(let_in > 50, "only {let_in} of the table's cells were open");
}

#[tokio::test]
async fn nobody_gets_past_a_door_without_a_session_or_a_token() {
    let shop = shop().await;
    let strange = format!("__Host-staff={}", "0".repeat(64));
    for one in every::endpoint().into_iter().filter(|one| one.access != Access::Open) {
        for cookie in ["", strange.as_str(), "__Host-staff=", "__Host-staff=' OR 1=1"] {
            let reply = one.ask(&shop, "hongdae").header("cookie", cookie).send().await.expect("a reply");
            assert_eq!(reply.status(), 401, "{} with {cookie}", one.name);
            assert_eq!(reply.json::<Problem>().await.expect("a problem").code, Code::SignInNeeded, "{}", one.name);
        }
    }
}

#[tokio::test]
async fn a_token_that_opens_nothing_is_told_so() {
    let shop = shop().await;
    for one in every::endpoint().into_iter().filter(|one| one.access == Access::Token) {
        let reply = one.ask(&shop, "hongdae").bearer_auth("0".repeat(32)).send().await.expect("a reply");
        assert!([401, 404].contains(&reply.status().as_u16()), "{}", one.name);
    }
}
