//! The real router on a fresh, seeded, embedded database, at a port of its own.

use api::people::Session;
use reqwest::{Client, Method, RequestBuilder, Response};
use server::app::App;
use server::clock::Clock;
use server::store::Store;
use std::net::SocketAddr;
use tempfile::TempDir;
use tokio::net::TcpListener;
use uuid::Uuid;

/// A served demo shop; gone with its folder when dropped.
pub struct Served {
    /// Without a slash at the end.
    pub url: String,
    /// What the handlers have.
    pub app: App,
    /// Keeps no cookies: tests say who asks.
    pub client: Client,
    _folder: TempDir,
}

/// Serves the demo shop.
pub async fn shop() -> Served {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path()).await.expect("a database");
    let clock = Clock::default();
    server::seed::demo(&store, folder.path(), clock.now()).await.expect("a shop");
    let app = App::start(store, folder.path(), clock, domain::gs1::Hosts::default()).await.expect("an app");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let service = server::routes::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    Served { url, app, client: Client::new(), _folder: folder }
}

impl Served {
    /// The same data in another process, so to speak: an app of its own.
    pub async fn restarted(&self) -> App {
        let store = Store::open(self.app.data()).await.expect("the database");
        App::start(store, self.app.data(), Clock::default(), domain::gs1::Hosts::default()).await.expect("an app")
    }

    /// A request to a path, with a fresh idempotency key where it is a command.
    pub fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method.clone(), format!("{}{path}", self.url));
        if method.is_safe() { request } else { request.header("idempotency-key", Uuid::now_v7().to_string()) }
    }

    /// Reads a path.
    pub async fn get(&self, path: &str) -> Response {
        self.ask(Method::GET, path).send().await.expect("a reply")
    }

    /// A new key of another system.
    pub async fn key(&self) -> String {
        let (_, cookie) = self.sign_in("admin").await;
        let ask = self.ask(Method::POST, "/api/v1/stores/hongdae/keys").header("cookie", cookie);
        let reply = ask.json(&serde_json::json!({ "name": "Till" })).send().await.expect("a reply");
        reply.json::<api::connections::NewKey>().await.expect("a key").secret
    }

    /// Signs in with the demo's password; gives the session's cookie as a browser would send it.
    pub async fn sign_in(&self, login: &str) -> (Session, String) {
        let body = serde_json::json!({ "login": login, "password": fixtures::DEMO_PASSWORD });
        let reply = self.ask(Method::POST, "/api/v1/session").json(&body).send().await.expect("a reply");
        assert_eq!(reply.status(), 200, "{login} cannot sign in");
        let cookie = cookie_of(&reply);
        (reply.json().await.expect("a session"), cookie)
    }
}

/// The cookie that a reply sets, as a browser sends it back.
pub fn cookie_of(reply: &Response) -> String {
    let set = reply.headers().get("set-cookie").and_then(|value| value.to_str().ok()).expect("a cookie");
    set.split(';').next().expect("a pair").to_owned()
}
