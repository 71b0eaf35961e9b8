use super::*;
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get;
use tokio::net::TcpListener;

/// Somebody else's server.
async fn elsewhere() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let to = |to: String| (StatusCode::FOUND, [(LOCATION, to)]);
    let endless = || Body::from_stream(tokio_stream::iter(std::iter::repeat_with(|| Ok::<_, std::io::Error>(vec![0_u8; 65_536]))));
    let app = Router::new()
        .route("/picture", get(async || "bytes"))
        .route("/missing", get(async || StatusCode::NOT_FOUND))
        .route("/busy", get(async || StatusCode::SERVICE_UNAVAILABLE))
        .route("/endless", get(async move || endless()))
        .route(
            "/boasts",
            get(async || {
                ([(CONTENT_LENGTH, "90000000")], Body::from_stream(tokio_stream::pending::<Result<Vec<u8>, std::io::Error>>()))
                    .into_response()
            }),
        )
        .route("/nowhere", get(async || StatusCode::FOUND))
        .route(
            "/hop/{count}",
            get(async move |Path(count): Path<u32>| to(if count == 0 { "/picture".into() } else { format!("/hop/{}", count - 1) })),
        )
        .route(
            "/to",
            get(async move |headers: HeaderMap, axum::extract::RawQuery(query): axum::extract::RawQuery| {
                assert!(!headers.contains_key("referer") && !headers.contains_key("cookie"));
                to(query.unwrap_or_default())
            }),
        );
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

#[tokio::test]
async fn what_is_not_public_is_refused_however_it_is_written() {
    let fetcher = Fetcher::new().expect("a client");
    for (url, reason) in [
        ("http://127.0.0.1/", "private"),
        ("http://127.1/", "private"),
        ("http://2130706433/", "private"),
        ("http://0x7f000001/", "private"),
        ("http://0177.0.0.1/", "private"),
        ("http://0/", "private"),
        ("http://10.0.0.1/a.jpg", "private"),
        ("http://100.64.0.1/", "private"),
        ("http://169.254.169.254/latest/meta-data/", "private"),
        ("http://172.16.0.1/", "private"),
        ("http://192.168.0.1/", "private"),
        ("http://224.0.0.1/", "private"),
        ("http://255.255.255.255/", "private"),
        ("https://[::1]/", "private"),
        ("http://[::]/", "private"),
        ("http://[::ffff:10.0.0.1]/", "private"),
        ("http://[fe80::1]/", "private"),
        ("http://[fd00::1]/", "private"),
        ("http://[64:ff9b::a00:1]/", "private"),
        ("http://[2002:a00:1::1]/", "private"),
        // Names, by what they resolve to.
        ("http://localhost/", "private"),
        ("https://LOCALHOST/", "private"),
        // Not what a picture's address looks like.
        ("http://1.1.1.1:22/", "address"),
        ("http://1.1.1.1:8080/", "address"),
        ("https://user@1.1.1.1/", "address"),
        ("https://user:secret@1.1.1.1/", "address"),
        ("ftp://1.1.1.1/", "address"),
        ("file:///etc/passwd", "address"),
        ("gopher://1.1.1.1/", "address"),
        ("data:image/png;base64,AAAA", "address"),
        ("javascript:alert(1)", "address"),
        ("/media/catalog/a.jpg", "address"),
        ("", "address"),
    ] {
        assert_eq!(fetcher.fetch(url).await.expect_err(url).as_str(), reason, "{url}");
    }
    let long = format!("http://1.1.1.1/{}", "a".repeat(LONGEST_URL));
    assert_eq!(fetcher.fetch(&long).await.expect_err("long").as_str(), "address");
}

#[tokio::test]
async fn every_redirect_is_proved_like_a_first_address() {
    let address = elsewhere().await;
    let fetcher = Fetcher::except(address).expect("a client");
    let ask = async |path: &str| fetcher.fetch(&format!("http://{address}{path}")).await;
    assert_eq!(ask("/picture").await.expect("bytes"), b"bytes");
    assert_eq!(ask("/hop/4").await.expect("bytes"), b"bytes");
    for (path, reason) in [
        ("/hop/5", "redirects"),
        ("/to?http://10.0.0.1/", "private"),
        ("/to?http://127.0.0.1/", "private"),
        ("/to?//169.254.169.254/latest/", "private"),
        ("/to?http://[::1]/", "private"),
        ("/to?http://localhost.localdomain:80@192.168.0.1/", "address"),
        ("/to?file:///etc/passwd", "address"),
        ("/to?http://1.1.1.1:6379/", "address"),
        ("/nowhere", "status"),
        ("/missing", "status"),
        ("/busy", "status"),
        ("/endless", "too-large"),
        ("/boasts", "too-large"),
    ] {
        assert_eq!(ask(path).await.expect_err(path).as_str(), reason, "{path}");
    }
    assert!(ask("/busy").await.expect_err("busy").will_pass() && !ask("/missing").await.expect_err("missing").will_pass());
    // The exception is one address at one port, no name's and no other port's.
    let port = address.port();
    for url in [format!("http://127.0.0.2:{port}/picture"), format!("http://[::1]:{port}/picture")] {
        assert_eq!(fetcher.fetch(&url).await.expect_err(&url).as_str(), "private", "{url}");
    }
}

#[test]
fn one_address_that_is_not_public_spoils_a_name() {
    let address = |text: &str| SocketAddr::new(text.parse().expect("an address"), 0);
    for (found, holds) in [
        (&["1.1.1.1", "2606:4700::1111"][..], true),
        (&["1.1.1.1", "10.0.0.1"], false),
        (&["::1"], false),
        (&["2606:4700::1111", "fd00::1"], false),
        (&["::ffff:1.1.1.1"], false),
    ] {
        assert_eq!(proved(found.iter().copied().map(address).collect(), None).is_ok(), holds, "{found:?}");
    }
    let exception = "10.0.0.1".parse().ok();
    assert!(proved(vec![address("10.0.0.1")], exception).is_ok() && proved(vec![address("10.0.0.2")], exception).is_err());
}
