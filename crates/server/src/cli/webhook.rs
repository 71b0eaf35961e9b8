//! `vitrine webhook`

use super::Stop;
use super::place::Place;
use crate::clock::Clock;
use crate::connections::known::hashed;
use crate::secret::Secret;
use crate::store::webhook::Kept;
use crate::store::{Store, delivery, webhook};
use crate::webhook::address;
use api::connections::{Delivery, DeliveryState, Topic};
use clap::{Args, Subcommand};
use domain::ids::{DeliveryId, OrgId, WebhookId};
use std::collections::BTreeSet;
use std::process::ExitCode;
use uuid::Uuid;

/// How many deliveries `dead` lists.
const MOST: u32 = 500;

/// Addresses that are told what happens.
#[derive(Subcommand)]
pub(super) enum Webhook {
    /// Tell an address; prints what deliveries are signed with, which is never shown again.
    Add(Add),
    /// The webhooks there are, with their ids and how they fare.
    List(List),
    /// Tell an address nothing any more.
    Remove(Remove),
    /// Deliveries that were given up, the newest first.
    Dead(List),
    /// Send again what was given up.
    Replay(Replay),
}

/// Where to, and what of.
#[derive(Args)]
pub(super) struct Add {
    /// The address: https, on the public internet.
    url: String,
    /// What to tell, apart by commas: `reservation`, `stock`, `planogram`, `line`.
    #[arg(long, value_delimiter = ',', default_value = "reservation,stock,planogram,line", value_parser = topic)]
    topics: Vec<Topic>,
    /// Private networks and plain http, too; the server has to allow them as well.
    #[arg(long, env = "VITRINE_WEBHOOK_ALLOW_PRIVATE")]
    allow_private: bool,
    #[command(flatten)]
    place: Place,
}

/// Which database.
#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    place: Place,
}

/// Which.
#[derive(Args)]
pub(super) struct Remove {
    /// Its id, as `vitrine webhook list` prints it.
    id: WebhookId,
    #[command(flatten)]
    place: Place,
}

/// Which.
#[derive(Args)]
pub(super) struct Replay {
    /// A delivery, as `vitrine webhook dead` prints it.
    #[arg(required_unless_present = "all")]
    delivery: Option<DeliveryId>,
    /// Everything that was given up for this webhook.
    #[arg(long, value_name = "WEBHOOK", conflicts_with = "delivery")]
    all: Option<WebhookId>,
    #[command(flatten)]
    place: Place,
}

impl Webhook {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        match self {
            Self::Add(add) => add.run().await,
            Self::List(list) => list.run().await,
            Self::Remove(remove) => remove.run().await,
            Self::Dead(list) => list.dead().await,
            Self::Replay(replay) => replay.run().await,
        }
    }
}

impl Add {
    async fn run(self) -> Result<ExitCode, Stop> {
        let url = address::prove(self.url.trim(), self.allow_private).map_err(Stop::config)?;
        let topics: BTreeSet<Topic> = self.topics.into_iter().collect();
        let (store, org) = self.place.open_org().await?;
        let id = WebhookId::new(Uuid::now_v7());
        let secret = Secret::load(&store).await.map_err(Stop::failed)?.webhook(id);
        let kept = Kept { id, url: url.to_string(), topics: topics.into_iter().collect(), created_at: Clock::default().now() };
        let mut tx = store.begin().await.map_err(Stop::failed)?;
        webhook::add(&mut tx, org, &kept, &hashed(&secret)).await.map_err(Stop::failed)?;
        tx.commit().await.map_err(Stop::failed)?;
        say!("{secret}");
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl List {
    async fn run(self) -> Result<ExitCode, Stop> {
        let (store, org) = self.place.open_org().await?;
        let mut reader = store.read().await.map_err(Stop::failed)?;
        let tallies = delivery::tally(&mut reader, org).await.map_err(Stop::failed)?;
        for Kept { id, url, topics, .. } in webhook::all(&mut reader, org).await.map_err(Stop::failed)? {
            let topics = topics.iter().map(|topic| topic.name()).collect::<Vec<_>>().join(",");
            let delivery::Tally { waiting, dead } = tallies.get(&id).copied().unwrap_or_default();
            say!("{id}\t{url}\t{topics}\t{waiting} on their way\t{dead} given up");
        }
        drop(reader);
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }

    async fn dead(self) -> Result<ExitCode, Stop> {
        let (store, org) = self.place.open_org().await?;
        let mut reader = store.read().await.map_err(Stop::failed)?;
        for one in delivery::all(&mut reader, org, Some(DeliveryState::Dead), MOST).await.map_err(Stop::failed)? {
            say!("{}\t{}\t{}\t{}\t{}", one.id, one.webhook, one.event, one.created_at.to_rfc3339(), last(&one));
        }
        drop(reader);
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl Remove {
    async fn run(self) -> Result<ExitCode, Stop> {
        let (store, org) = self.place.open_org().await?;
        let known = known(&store, org, self.id).await?;
        let mut tx = store.begin().await.map_err(Stop::failed)?;
        webhook::remove(&mut tx, org, self.id, Clock::default().now()).await.map_err(Stop::failed)?;
        tx.commit().await.map_err(Stop::failed)?;
        say!("{} is told nothing any more", known.url);
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl Replay {
    async fn run(self) -> Result<ExitCode, Stop> {
        let (store, org) = self.place.open_org().await?;
        if let Some(webhook) = self.all {
            known(&store, org, webhook).await?;
        }
        let now = Clock::default().now();
        let mut tx = store.begin().await.map_err(Stop::failed)?;
        let count = match (self.all, self.delivery) {
            (Some(webhook), _) => delivery::replay_all(&mut tx, org, webhook, now).await.map_err(Stop::failed)?,
            (None, Some(id)) if delivery::replay(&mut tx, org, id, now).await.map_err(Stop::failed)? => 1,
            _ => return Err(Stop::failed("there is no such delivery that was given up; `vitrine webhook dead` lists them")),
        };
        tx.commit().await.map_err(Stop::failed)?;
        say!("{count} on their way again");
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

/// The webhook with an id, unless it is removed.
async fn known(store: &Store, org: OrgId, id: WebhookId) -> Result<Kept, Stop> {
    let found = webhook::find(&mut store.read().await.map_err(Stop::failed)?, org, id).await.map_err(Stop::failed)?;
    found.ok_or_else(|| Stop::failed(format!("there is no webhook {id}; `vitrine webhook list` shows them")))
}

/// How the last try ended.
fn last(delivery: &Delivery) -> String {
    let status = delivery.last_status.map(|status| format!("answered {status}"));
    status.or_else(|| delivery.last_problem.clone()).unwrap_or_default()
}

fn topic(text: &str) -> Result<Topic, String> {
    let names = || Topic::ALL.map(Topic::name).join(", ");
    Topic::ALL.into_iter().find(|topic| topic.name() == text.trim()).ok_or_else(|| format!("the topics are {}", names()))
}
