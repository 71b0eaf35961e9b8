//! Replies that never arrive: a proxy hands each request on, waits for the answer, and closes three connections in ten without a word of
//! it. A client who asks with the same key until it is answered does everything once, from hold to handover.

use crate::bench::{Bench, Engine};
use crate::http;
use api::{Endpoint, header};
use domain::ids::VariantId;
use domain::reservation::State;
use reqwest::Client;
use serde_json::Value;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use uuid::Uuid;

const SHOPPERS: usize = 12;

#[tokio::test(flavor = "multi_thread")]
async fn three_of_ten_replies_lost_make_no_double_on_sqlite() {
    whole_way(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn three_of_ten_replies_lost_make_no_double_on_postgres() {
    whole_way(Engine::Postgres).await;
}

async fn whole_way(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let proxy = Proxy::before(&http::serve(&bench).await).await;
    let cookie = http::sign_in(&Client::new(), &http::serve(&bench).await, "jisu").await;
    let variant = bench.variant_with(u32::try_from(SHOPPERS).expect("few") * 2).await;
    let gtin = bench.live.snapshot().catalogue.variant(variant).expect("it is sold").1.gtin;
    let before = bench.stock(variant).await;
    let going = (0..SHOPPERS).map(|_| {
        let visit = Visit { base: proxy.base.clone(), client: lonely(), cookie: cookie.clone(), asked: proxy.asked.clone() };
        tokio::spawn(visit.go(variant, gtin))
    });
    let codes: Vec<String> = futures::future::join_all(going).await.into_iter().map(|visit| visit.expect("a visit")).collect();
    assert_eq!(codes.len(), SHOPPERS);
    let (after, shoppers) = (bench.stock(variant).await, u32::try_from(SHOPPERS).expect("few"));
    // Each took two, and left one of them at the counter.
    assert_eq!(
        (after.floor, after.bin, after.claimed, after.putback),
        (before.floor - shoppers * 2, before.bin, 0, before.putback + shoppers)
    );
    bench.assert_clean().await;
    let (dropped, asked) = (proxy.dropped.load(Ordering::SeqCst), proxy.asked.load(Ordering::SeqCst));
    println!("{engine:?}: {SHOPPERS} visits of 7 commands, {asked} requests, {dropped} replies lost, nothing twice");
    assert!(dropped * 5 > asked, "{dropped} of {asked}");
}

/// A client that opens a connection for each request: one that is closed takes no other with it.
fn lonely() -> Client {
    Client::builder().pool_max_idle_per_host(0).build().expect("a client")
}

/// One shopper and whoever serves them.
struct Visit {
    base: String,
    client: Client,
    cookie: String,
    asked: Arc<AtomicUsize>,
}

impl Visit {
    async fn go(self, variant: VariantId, gtin: domain::Gtin) -> String {
        use api::{pickup, reservation};
        let store = || "hongdae".to_owned();
        let lines = vec![reservation::Wish { variant, quantity: 2 }];
        let held = self
            .tell(reservation::create_reservation::CreateReservation { store: store(), lines, accept_partial: false }, None, None)
            .await;
        let token = held["token"].as_str().expect("a token").to_owned();
        let confirm = reservation::confirm_reservation::ConfirmReservation { nickname: "도토리".into(), contact: None, language: None };
        let ticket = self.tell(confirm, Some(&token), None).await;
        let id = ticket["id"].as_str().expect("an id").parse().expect("an id");
        let code = ticket["code"].as_str().expect("a code").to_owned();
        let mut at = ticket;
        at = self.tell(pickup::accept_pickup::AcceptPickup { store: store(), reservation: id }, None, Some(&at)).await;
        for _ in 0..2 {
            at = self.tell(pickup::scan_item::ScanItem { store: store(), reservation: id, gtin }, None, Some(&at)).await;
        }
        at = self.tell(pickup::ready_pickup::ReadyPickup { store: store(), reservation: id, bin: "7".into() }, None, Some(&at)).await;
        let refused = vec![reservation::Wish { variant, quantity: 1 }];
        let collect =
            pickup::collect_pickup::CollectPickup { store: store(), reservation: id, code: Some(code.clone()), reason: None, refused };
        at = self.tell(collect, None, Some(&at)).await;
        assert_eq!(serde_json::from_value::<State>(at["state"].clone()).expect("a state"), State::Collected);
        code
    }

    /// Asks with one key until there is an answer.
    async fn tell(&self, ask: impl Endpoint, token: Option<&str>, seen: Option<&Value>) -> Value {
        let (path, body) = ask.into_request();
        let mut request = self.client.post(format!("{}{path}", self.base)).json(&body);
        request = request.header(header::IDEMPOTENCY_KEY, Uuid::now_v7().to_string()).header("connection", "close");
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(seen) = seen {
            request = request.header(header::IF_MATCH, format!("\"{}\"", seen["version"])).header("cookie", &self.cookie);
        }
        loop {
            self.asked.fetch_add(1, Ordering::SeqCst);
            let Ok(reply) = request.try_clone().expect("a body that can be sent twice").send().await else { continue };
            let status = reply.status().as_u16();
            let Ok(body) = reply.json::<Value>().await else { continue };
            match status {
                200 => return body,
                // More codes at once than one person may try: in a moment the others were right.
                429 | 503 => tokio::task::yield_now().await,
                _ => panic!("{path}: {status} {body}"),
            }
        }
    }
}

/// Between clients and a server.
struct Proxy {
    base: String,
    dropped: Arc<AtomicUsize>,
    asked: Arc<AtomicUsize>,
}

impl Proxy {
    async fn before(server: &str) -> Self {
        let server: SocketAddr = server.trim_start_matches("http://").parse().expect("an address");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let (dropped, dice) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicU64::new(1)));
        let lost = dropped.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(hand_on(client, server, dice.clone(), lost.clone()));
            }
        });
        Self { base, dropped, asked: Arc::default() }
    }
}

/// One request and its reply. The server closes after it (`connection: close`), so the reply is what comes until then.
async fn hand_on(client: TcpStream, server: SocketAddr, dice: Arc<AtomicU64>, lost: Arc<AtomicUsize>) -> std::io::Result<()> {
    let upstream = TcpStream::connect(server).await?;
    let ((mut asking, mut answering), (mut reading, mut writing)) = (client.into_split(), upstream.into_split());
    let asked = tokio::spawn(async move { tokio::io::copy(&mut asking, &mut writing).await });
    let mut reply = Vec::new();
    reading.read_to_end(&mut reply).await?;
    let thrown = dice.fetch_add(1, Ordering::SeqCst).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    if thrown % 10 < 3 {
        lost.fetch_add(1, Ordering::SeqCst);
    } else {
        answering.write_all(&reply).await?;
        answering.shutdown().await?;
    }
    asked.abort();
    Ok(())
}
