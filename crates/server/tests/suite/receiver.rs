//! A receiver on loopback: proves each signature, remembers what came, answers as it is told.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use server::webhook::signature;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

/// What a receiver has got, and what it answers: the how-manieth request gets which status; `None` cuts the connection.
pub struct Receiver {
    pub url: String,
    got: Arc<Mutex<Vec<Got>>>,
}

#[derive(Clone, Debug)]
pub struct Got {
    pub event: String,
    pub delivery: String,
    pub body: serde_json::Value,
}

type Answer = Arc<dyn Fn(usize) -> Option<StatusCode> + Send + Sync>;

#[derive(Clone)]
struct Desk {
    got: Arc<Mutex<Vec<Got>>>,
    secret: Arc<Mutex<String>>,
    answer: Answer,
}

async fn take(State(desk): State<Desk>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let header = |name: &str| headers[name].to_str().expect("ascii").to_owned();
    let text = String::from_utf8(body.to_vec()).expect("a text");
    let timestamp: i64 = header("vitrine-timestamp").parse().expect("seconds");
    let secret = desk.secret.lock().expect("a lock").clone();
    assert_eq!(header("vitrine-signature"), signature(&secret, timestamp, &text));
    let got =
        Got { event: header("vitrine-event"), delivery: header("vitrine-delivery"), body: serde_json::from_str(&text).expect("json") };
    let count = {
        let mut all = desk.got.lock().expect("a lock");
        all.push(got);
        all.len()
    };
    match (desk.answer)(count) {
        Some(status) => status,
        // The sender hears nothing: the connection breaks with this panic.
        None => panic!("the reply is dropped"),
    }
}

impl Receiver {
    pub async fn start(answer: impl Fn(usize) -> Option<StatusCode> + Send + Sync + 'static) -> (Self, Arc<Mutex<String>>) {
        let (got, secret) = (Arc::<Mutex<Vec<Got>>>::default(), Arc::<Mutex<String>>::default());
        let desk = Desk { got: got.clone(), secret: secret.clone(), answer: Arc::new(answer) };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let router = Router::new().route("/hook", post(take)).with_state(desk);
        tokio::spawn(async move { axum::serve(listener, router).await });
        (Self { url, got }, secret)
    }

    pub fn got(&self) -> Vec<Got> {
        self.got.lock().expect("a lock").clone()
    }

    /// Numbers of the events that came, each once.
    pub fn seqs(&self) -> BTreeSet<i64> {
        self.got().iter().map(|got| got.body["seq"].as_i64().expect("a number")).collect()
    }
}
