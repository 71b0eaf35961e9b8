//! Bodies far over the limit, sent to the real binary: refused, forgotten, cut off.

use crate::process::{demo, serve};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use uuid::Uuid;

/// More than any limit below, less than a test should send.
const MOST: usize = 512 << 20;
const PIECE: usize = 1 << 20;
/// What a server may grow by while it refuses.
const ROOM: u64 = 96 << 20;

struct Sender {
    host: String,
    cookie: String,
}

impl Sender {
    async fn new(base: &str) -> Self {
        let body = serde_json::json!({ "login": "minho", "password": fixtures::DEMO_PASSWORD });
        let ask = reqwest::Client::new().post(format!("{base}/api/v1/session")).header("idempotency-key", Uuid::now_v7().to_string());
        let reply = ask.json(&body).send().await.expect("a reply");
        let set = reply.headers()["set-cookie"].to_str().expect("a cookie").to_owned();
        Self { host: base.trim_start_matches("http://").to_owned(), cookie: set.split(';').next().expect("a pair").to_owned() }
    }

    /// Begins a request; `length` is told, or the body comes in chunks.
    async fn begin(&self, path: &str, length: Option<u64>) -> TcpStream {
        let mut wire = TcpStream::connect(&self.host).await.expect("a connection");
        let body = length.map_or_else(|| "transfer-encoding: chunked".to_owned(), |length| format!("content-length: {length}"));
        let (host, cookie, key) = (&self.host, &self.cookie, Uuid::now_v7());
        let head = format!("POST {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\nidempotency-key: {key}\r\n{body}\r\n\r\n");
        wire.write_all(head.as_bytes()).await.expect("sent");
        wire
    }

    /// Sends a body without an end; what is answered, and how much was taken.
    async fn endless(&self, path: &str) -> (String, usize) {
        let (mut reply, mut body) = self.begin(path, None).await.into_split();
        let sending = tokio::spawn(async move {
            let piece = [format!("{PIECE:x}\r\n").as_bytes(), &vec![b'a'; PIECE], b"\r\n"].concat();
            let mut sent = 0;
            while sent < MOST && body.write_all(&piece).await.is_ok() {
                sent += PIECE;
            }
            sent
        });
        let mut answer = Vec::new();
        // The connection may be reset after the answer.
        let _ = reply.read_to_end(&mut answer).await;
        (String::from_utf8_lossy(&answer).into_owned(), sending.await.expect("sent"))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_says_itself_far_too_large_is_refused_and_the_connection_closed() {
    let data = TempDir::new().expect("a folder");
    demo(data.path()).await;
    let (served, base) = serve(data.path());
    let sender = Sender::new(&base).await;
    let before = served.peak();
    for (path, length) in [("imports/files", (2 << 30) + 1), ("imports/files", u64::MAX / 2), ("media", 2 << 30)] {
        let mut wire = sender.begin(&format!("/api/v1/stores/hongdae/{path}"), Some(length)).await;
        let mut answer = Vec::new();
        wire.read_to_end(&mut answer).await.expect("an answer, and then the end");
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("too-large"), "{path}: {answer}");
    }
    assert!(before.zip(served.peak()).is_none_or(|(before, after)| after < before + ROOM), "its memory grew");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_without_an_end_is_cut_at_the_limit_in_flat_memory() {
    let data = TempDir::new().expect("a folder");
    demo(data.path()).await;
    let (served, base) = serve(data.path());
    let sender = Sender::new(&base).await;
    let before = served.peak();
    for (path, limit) in [("/api/v1/stores/hongdae/media", 20_000_000), ("/api/v1/session", 1_000_000)] {
        let (answer, sent) = sender.endless(path).await;
        println!("{path}: cut after {} MB", sent >> 20);
        assert!(answer.starts_with("HTTP/1.1 413"), "{path}: {answer}");
        assert!(sent < limit + (64 << 20), "{path}: {sent} bytes were taken");
    }
    assert!(before.zip(served.peak()).is_none_or(|(before, after)| after < before + ROOM), "its memory grew");
    assert_eq!(reqwest::get(format!("{base}/api/v1/stores")).await.expect("a reply").status(), 200, "others are served");
}
