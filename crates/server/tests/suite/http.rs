//! The real router on a loopback port, and what a client says to it.

use crate::bench::Bench;
use api::Endpoint;
use domain::ids::VariantId;
use std::net::SocketAddr;
use uuid::Uuid;

/// Serves until the test ends.
pub async fn serve(bench: &Bench) -> String {
    serve_app(bench.app.clone()).await
}

/// The same for any app.
pub async fn serve_app(app: server::app::App) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let router = server::routes::router(app);
    tokio::spawn(async move { axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await });
    base
}

/// Signs a person of the demo shop in; the cookie.
pub async fn sign_in(client: &reqwest::Client, base: &str, login: &str) -> String {
    let body = serde_json::json!({ "login": login, "password": fixtures::DEMO_PASSWORD });
    let request =
        client.post(format!("{base}/api/v1/session")).header(api::header::IDEMPOTENCY_KEY, Uuid::now_v7().to_string()).json(&body);
    let reply = request.send().await.expect("a reply");
    let set = reply.headers().get("set-cookie").and_then(|value| value.to_str().ok()).expect("a cookie");
    set.split(';').next().expect("a pair").to_owned()
}

/// Asks for units of a variant; the status, and the reply as JSON.
pub async fn hold(
    client: &reqwest::Client,
    base: &str,
    key: Uuid,
    variant: VariantId,
    quantity: u32,
) -> reqwest::Result<(u16, serde_json::Value)> {
    let lines = vec![api::reservation::Wish { variant, quantity }];
    let ask = api::reservation::create_reservation::CreateReservation { store: "hongdae".into(), lines, accept_partial: false };
    let (path, body) = ask.into_request();
    let request = client.post(format!("{base}{path}")).header(api::header::IDEMPOTENCY_KEY, key.to_string()).json(&body);
    let reply = request.send().await?;
    Ok((reply.status().as_u16(), reply.json().await?))
}
