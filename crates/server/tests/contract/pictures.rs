use crate::serve::{Served, shop};
use api::media::KeptPicture;
use api::{Code, Problem};
use futures::StreamExt as _;
use reqwest::{Method, Response};

const PATH: &str = "/api/v1/stores/hongdae/media";
/// The smallest GIF: one red pixel.
const GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\xFF\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

async fn send(shop: &Served, cookie: &str, body: Vec<u8>) -> Response {
    shop.ask(Method::POST, PATH).header("cookie", cookie).body(body).send().await.expect("a reply")
}

#[tokio::test]
async fn a_picture_that_is_sent_is_served_in_its_widths_for_ever() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let reply = send(&shop, &cookie, GIF.to_vec()).await;
    assert_eq!(reply.status(), 200);
    let kept: KeptPicture = reply.json().await.expect("a picture");
    assert_eq!((kept.picture.width, kept.picture.widths.as_slice(), kept.picture.colour.as_deref()), (Some(1), &[1][..], Some("#ff0000")));
    let again: KeptPicture = send(&shop, &cookie, GIF.to_vec()).await.json().await.expect("a picture");
    assert_eq!(again, kept);
    for (path, kind) in [(kept.picture.url.clone(), "image/jpeg"), (format!("{}/1", kept.picture.url), "image/webp")] {
        let reply = shop.get(&path).await;
        assert_eq!(reply.status(), 200, "{path}");
        assert_eq!(reply.headers()["content-type"], kind);
        assert_eq!(reply.headers()["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!(reply.headers()["x-content-type-options"], "nosniff");
        assert!(reply.headers()["content-security-policy"].to_str().expect("a policy").contains("sandbox"));
    }
    for strange in ["/2", "/01", "/+1", "/1.part", "/..%2F..%2Fvitrine.db", "/"] {
        assert_eq!(shop.get(&format!("{}{strange}", kept.picture.url)).await.status(), 404, "{strange}");
    }
}

#[tokio::test]
async fn a_picture_that_is_none_is_refused_by_its_content_and_a_large_one_before_it_is_read() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    for (case, body, code) in [
        ("nothing", Vec::new(), Code::NotAPicture),
        ("a drawing with a script", svg, Code::NotAPicture),
        ("half a picture", GIF[..30].to_vec(), Code::NotAPicture),
        ("too large", vec![0; 20_000_001], Code::TooLarge),
    ] {
        let reply = send(&shop, &cookie, body).await;
        let problem: Problem = reply.json().await.expect("a problem");
        assert_eq!(problem.code, code, "{case}: {}", problem.detail);
    }
    // Without a length told first, reading ends at the limit.
    let pieces = futures::stream::repeat_with(|| Ok::<_, std::io::Error>(vec![0_u8; 1 << 20])).take(64);
    let reply = shop.ask(Method::POST, PATH).header("cookie", &cookie).body(reqwest::Body::wrap_stream(pieces)).send().await;
    // The connection may be closed on the sender before it reads the answer.
    if let Ok(reply) = reply {
        assert_eq!(reply.status(), 413);
    }
    assert!(
        shop.app
            .media()
            .read_dir()
            .expect("the folder")
            .all(|entry| entry.is_ok_and(|entry| entry.metadata().is_ok_and(|it| it.len() < 1 << 20)))
    );
}
