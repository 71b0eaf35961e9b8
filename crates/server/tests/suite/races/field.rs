//! Where races are run: servers of one shop, and this test's own connection to its database, which makes things ready and looks after.

use crate::bench::{self, Bench, Engine};
use crate::http;
use crate::process::{self, Served};
use api::Endpoint;
use api::header;
use domain::ids::{ReservationId, VariantId};
use domain::reservation::{Actor, State};
use domain::stock::Stock;
use reqwest::Client;
use server::check::{self, Violation};
use server::reservation::act::Act;
use uuid::Uuid;

/// The servers and what is behind them.
pub struct Field {
    /// Engine and number of processes.
    pub name: String,
    pub bench: Bench,
    pub client: Client,
    nodes: Vec<String>,
    cookie: String,
    variants: Vec<VariantId>,
    _served: Vec<Served>,
}

/// An order under way.
pub struct Order {
    pub id: ReservationId,
    pub token: String,
    pub version: u32,
    pub state: State,
}

impl Order {
    fn tag(&self) -> String {
        format!("\"{}\"", self.version)
    }
}

impl Field {
    /// So many processes of the binary on one fresh database.
    pub async fn open(engine: Engine, nodes: usize) -> Option<Self> {
        let bench = Bench::start(engine).await?;
        let (served, nodes): (Vec<_>, Vec<_>) = (0..nodes).map(|_| process::serve_on(bench.data.path(), bench.url.as_deref())).unzip();
        let processes = if nodes.len() == 1 { "1 process".to_owned() } else { format!("{} processes", nodes.len()) };
        Some(Self::on(bench, format!("{engine:?}, {processes}").to_lowercase(), nodes, served).await)
    }

    /// Servers that run already.
    pub async fn on(bench: Bench, name: String, nodes: Vec<String>, served: Vec<Served>) -> Self {
        let client = Client::new();
        let cookie = http::sign_in(&client, &nodes[0], "jisu").await;
        let variants: Vec<_> = fixtures::onmaru().stores[0].stock.iter().map(|(variant, ..)| *variant).take(2).collect();
        Self { name, bench, client, nodes, cookie, variants, _served: served }
    }

    /// One of the two variants that are raced for; exactly so many are free.
    pub async fn variant(&self, which: usize, units: u32) -> VariantId {
        self.bench.set_free(self.variants[which], units).await;
        self.variants[which]
    }

    /// Nothing of it is free any more.
    pub async fn free(&self, variant: VariantId) {
        self.bench.set_free(variant, 0).await;
        // What the round left is called off, or every round would be slower than the one before.
        bench::let_go(&self.bench, variant).await;
    }

    pub async fn stock(&self, variant: VariantId) -> Stock {
        self.bench.stock(variant).await
    }

    pub async fn violations(&self) -> Vec<Violation> {
        check::run_at(self.bench.app.store(), self.bench.app.now()).await.expect("a check")
    }

    /// An order of one unit, accepted.
    pub async fn picking(&self, variant: VariantId) -> Order {
        let id = self.bench.picking(variant, 1).await;
        self.order(id).await
    }

    pub async fn act(&self, order: &Order, actor: Actor, act: Act) {
        self.bench.act(order.id, actor, act).await.expect("it may be done");
    }

    /// As it is now.
    pub async fn again(&self, order: &Order) -> Order {
        self.order(order.id).await
    }

    pub async fn order(&self, id: ReservationId) -> Order {
        let machine = self.bench.kept(id).await.machine;
        Order { id, token: self.bench.app.secret().token(id), version: machine.version, state: machine.state }
    }

    pub fn hold(&self, who: usize, wishes: &[(VariantId, u32)]) -> reqwest::RequestBuilder {
        let lines = wishes.iter().map(|&(variant, quantity)| api::reservation::Wish { variant, quantity }).collect();
        self.ask(who, api::reservation::create_reservation::CreateReservation { store: "hongdae".into(), lines, accept_partial: false })
    }

    pub fn cancel(&self, who: usize, order: &Order) -> reqwest::RequestBuilder {
        self.shopper(who, order, api::reservation::cancel_reservation::CancelReservation {})
    }

    pub fn decide(&self, who: usize, order: &Order, variant: VariantId, substitute: VariantId) -> reqwest::RequestBuilder {
        self.shopper(who, order, api::reservation::decide_substitute::DecideSubstitute { variant, substitute: Some(substitute) })
    }

    pub fn ready(&self, who: usize, order: &Order) -> reqwest::RequestBuilder {
        let ask = api::pickup::ready_pickup::ReadyPickup { store: "hongdae".into(), reservation: order.id, bin: "7".into() };
        self.ask(who, ask).header(header::IF_MATCH, order.tag()).header("cookie", &self.cookie)
    }

    pub fn shopper(&self, who: usize, order: &Order, ask: impl Endpoint) -> reqwest::RequestBuilder {
        let bearer = format!("Bearer {}", order.token);
        self.ask(who, ask).header(header::IF_MATCH, order.tag()).header(header::AUTHORIZATION, bearer)
    }

    /// A command to one of the nodes, with a key of its own.
    fn ask(&self, who: usize, ask: impl Endpoint) -> reqwest::RequestBuilder {
        let (path, body) = ask.into_request();
        let request = self.client.post(format!("{}{path}", self.nodes[who % self.nodes.len()])).json(&body);
        request.header(header::IDEMPOTENCY_KEY, Uuid::now_v7().to_string())
    }
}
