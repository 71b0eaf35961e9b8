//! A shop on a fresh database of either engine.

use domain::gs1::Hosts;
use domain::ids::{PersonId, ReservationId, StoreId, VariantId};
use domain::reservation::Actor;
use domain::stock::{Bucket, Reason, Stock, Transfer};
use server::app::App;
use server::clock::Clock;
use server::command::Key;
use server::failure::Failure;
use server::live::LiveStore;
use server::reservation::act::{Act, Order, carry_out};
use server::reservation::hold::hold_units;
use server::store::reservation::Kept;
use server::store::{self, Ask as _, Store, text};
use server::work::Work;
use server::{check, seed};
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The demo shop, running.
pub struct Bench {
    pub app: App,
    pub live: Arc<LiveStore>,
    pub data: TempDir,
    pub url: Option<String>,
}

impl Engine {
    /// A fresh database; `None` (said aloud) where PostgreSQL is not offered.
    pub async fn fresh(self, folder: &TempDir) -> Option<(Store, Option<String>)> {
        match self {
            Self::Sqlite => Some((Store::open(folder.path()).await.expect("a database"), None)),
            Self::Postgres => {
                let Ok(server) = std::env::var("VITRINE_TEST_POSTGRES") else {
                    eprintln!("skipped: VITRINE_TEST_POSTGRES names no server; `cargo xtask test` starts one");
                    return None;
                };
                let url = fresh_database(&server).await;
                Some((Store::connect(&url).await.expect("a database"), Some(url)))
            }
        }
    }
}

async fn fresh_database(server: &str) -> String {
    let name = format!("vitrine_{}", Uuid::now_v7().simple());
    let pool = sqlx::PgPool::connect(server).await.expect("the test's PostgreSQL");
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")))
        .execute(&pool)
        .await
        .expect("a new database");
    let (base, _) = server.rsplit_once('/').expect("a URL with a database");
    format!("{base}/{name}")
}

impl Bench {
    /// Seeded and started.
    pub async fn start(engine: Engine) -> Option<Self> {
        let data = TempDir::new().expect("a folder");
        let (store, url) = engine.fresh(&data).await?;
        let clock = Clock::default();
        seed::demo(&store, data.path(), clock.now()).await.expect("the demo shop");
        let app = App::start(store, data.path(), clock, Hosts::default()).await.expect("an app");
        let live = app.live().store("hongdae").expect("the flagship");
        Some(Self { app, live, data, url })
    }

    /// A variant of which exactly `units` are free.
    pub async fn variant_with(&self, units: u32) -> VariantId {
        let snapshot = self.live.snapshot();
        let variant = *snapshot.stock.iter().min_by_key(|(variant, figure)| (figure.stock.claimed, **variant)).expect("stock").0;
        self.set_free(variant, units).await;
        variant
    }

    pub async fn set_free(&self, variant: VariantId, units: u32) {
        set_free(&self.app, &self.live, variant, units).await;
    }

    pub async fn hold(&self, variant: VariantId, quantity: u32) -> Result<ReservationId, Failure> {
        self.hold_with(Uuid::now_v7(), variant, quantity).await
    }

    pub async fn hold_with(&self, key: Uuid, variant: VariantId, quantity: u32) -> Result<ReservationId, Failure> {
        let wishes = [api::reservation::Wish { variant, quantity }];
        hold_units(&self.app, &self.live, &Key::new("test", key, &(variant, quantity)), &wishes, false).await
    }

    pub async fn act(&self, id: ReservationId, actor: Actor, act: Act) -> Result<(), Failure> {
        self.act_at(id, actor, None, act).await
    }

    pub async fn act_at(&self, id: ReservationId, actor: Actor, version: Option<u32>, act: Act) -> Result<(), Failure> {
        let key = Key::new("test", Uuid::now_v7(), &"act");
        carry_out(&Order { app: &self.app, live: &self.live, id, actor, version }, &key, &act).await
    }

    pub async fn confirm(&self, id: ReservationId) {
        let act = Act::Confirm { nickname: "도토리".into(), contact: None, language: None };
        self.act(id, Actor::Shopper, act).await.expect("a confirmation");
    }

    /// Held, confirmed, accepted.
    pub async fn picking(&self, variant: VariantId, quantity: u32) -> ReservationId {
        let id = self.hold(variant, quantity).await.expect("a hold");
        self.confirm(id).await;
        self.act(id, staff(), Act::Accept(person())).await.expect("an acceptance");
        id
    }

    pub async fn kept(&self, id: ReservationId) -> Kept {
        let mut reader = self.app.store().read().await.expect("a reader");
        store::reservation::get(&mut reader, self.live.id, id).await.expect("a read").expect("the reservation")
    }

    pub async fn stock(&self, variant: VariantId) -> Stock {
        let mut reader = self.app.store().read().await.expect("a reader");
        store::stock::figure_of(&mut reader, self.live.id, variant).await.expect("a read").expect("the row").1.stock
    }

    pub async fn assert_clean(&self) {
        assert_eq!(check::run(self.app.store()).await.expect("a check"), Vec::new());
    }

    pub fn store_id(&self) -> StoreId {
        self.live.id
    }
}

/// Brings what is free of a variant to `units`, by movements.
pub async fn set_free(app: &App, live: &LiveStore, variant: VariantId, units: u32) {
    let mut work = Work::begin(app, live).await.expect("a transaction");
    work.lock_stock([variant]).await.expect("a row");
    let free = u32::try_from(work.stock(variant).expect("a row").available()).unwrap_or(0);
    let (from, to, quantity) = match free > units {
        true => (Bucket::Floor, Bucket::Shrink, free - units),
        false => (Bucket::Supplier, Bucket::Floor, units - free),
    };
    if quantity > 0 {
        let transfer = Transfer { from, to, quantity, reason: Reason::Adjusted };
        work.transfer(variant, transfer, "test", "test").await.ok().expect("a movement");
    }
    work.finish().await.expect("a commit");
}

/// Ends every live reservation of a variant, and carries what it leaves back to the shelf.
pub async fn let_go(bench: &Bench, variant: VariantId) {
    let sql = "SELECT r.reservation_id, r.state FROM reservation r JOIN reservation_line l \
               ON l.store_id = r.store_id AND l.reservation_id = r.reservation_id WHERE l.store_id = $1 AND l.variant_id = $2 \
               AND r.state IN ('held', 'placed', 'picking', 'needs-decision', 'ready')";
    let rows = bench.app.store().read().await.expect("a reader").fetch(sql, &[text(bench.store_id()), text(variant)]).await;
    for row in rows.expect("a read") {
        let id = row.parse(0).expect("an id");
        bench.act(id, Actor::Shopper, Act::Cancel).await.expect("called off");
    }
    let tasks = store::putback::open(&mut bench.app.store().read().await.expect("a reader"), bench.store_id()).await.expect("tasks");
    for task in tasks.into_iter().filter(|task| task.variant == variant) {
        let key = Key::new("test", Uuid::now_v7(), &task.id);
        server::pickup::put_back::carry_back(&bench.app, &bench.live, &key, task.id, None, person()).await.expect("back");
    }
}

pub fn person() -> PersonId {
    fixtures::onmaru().people[0].id
}

pub fn staff() -> Actor {
    Actor::Staff(person())
}
