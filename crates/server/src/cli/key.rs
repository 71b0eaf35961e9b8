//! `vitrine key`

use super::Stop;
use super::place::Place;
use crate::clock::Clock;
use crate::connections::known::hashed;
use crate::secret::Secret;
use crate::store::key;
use clap::{Args, Subcommand};
use domain::ids::KeyId;
use std::process::ExitCode;
use uuid::Uuid;

/// Keys of other systems.
#[derive(Subcommand)]
pub(super) enum Key {
    /// Make a key and print it; it is never shown again.
    Add(Add),
    /// The keys there are, with their ids and when each was last used.
    List(List),
    /// Make a key worth nothing.
    Revoke(Revoke),
}

/// Whose it is.
#[derive(Args)]
pub(super) struct Add {
    /// Whose it is: `Till`, `Warehouse`.
    #[arg(long)]
    name: String,
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
pub(super) struct Revoke {
    /// Its id, as `vitrine key list` prints it.
    id: KeyId,
    #[command(flatten)]
    place: Place,
}

impl Key {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        match self {
            Self::Add(add) => add.run().await,
            Self::List(list) => list.run().await,
            Self::Revoke(revoke) => revoke.run().await,
        }
    }
}

impl Add {
    async fn run(self) -> Result<ExitCode, Stop> {
        let name = self.name.trim();
        if name.is_empty() || name.chars().count() > 80 {
            return Err(Stop::config("a name has 1 to 80 characters"));
        }
        let (store, org) = self.place.open_org().await?;
        let (secret, id) = (Secret::load(&store).await.map_err(Stop::failed)?, KeyId::new(Uuid::now_v7()));
        let text = secret.system_key(id);
        let mut tx = store.begin().await.map_err(Stop::failed)?;
        key::add(&mut tx, org, id, name, &hashed(&text), Clock::default().now()).await.map_err(Stop::failed)?;
        tx.commit().await.map_err(Stop::failed)?;
        say!("{text}");
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl List {
    async fn run(self) -> Result<ExitCode, Stop> {
        let (store, org) = self.place.open_org().await?;
        let keys = key::all(&mut store.read().await.map_err(Stop::failed)?, org).await.map_err(Stop::failed)?;
        for one in keys {
            let used = one.last_used_at.map_or_else(|| "never used".to_owned(), |at| format!("used {}", at.to_rfc3339()));
            let state = if one.revoked_at.is_some() { "revoked" } else { "open" };
            say!("{}\t{}\t{state}\t{used}", one.id, one.name);
        }
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl Revoke {
    async fn run(self) -> Result<ExitCode, Stop> {
        let (store, org) = self.place.open_org().await?;
        let mut tx = store.begin().await.map_err(Stop::failed)?;
        let known = key::find(&mut tx, org, self.id).await.map_err(Stop::failed)?;
        let known = known.ok_or_else(|| Stop::failed(format!("there is no key {}", self.id)))?;
        key::revoke(&mut tx, org, self.id, Clock::default().now()).await.map_err(Stop::failed)?;
        tx.commit().await.map_err(Stop::failed)?;
        say!("the key of {} is worth nothing any more", known.name);
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
