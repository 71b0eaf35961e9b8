//! Where the data is.

use super::Stop;
use crate::store::{Store, StoreError, stores};
use clap::Args;
use domain::ids::OrgId;
use std::path::{Path, PathBuf};

/// The embedded database's name in its folder.
const FILE: &str = "vitrine.db";

/// Which database.
#[derive(Args, Clone)]
pub(super) struct Place {
    /// The folder of the embedded database and the pictures.
    #[arg(long, env = "VITRINE_DATA", value_name = "DIR", default_value = "vitrine-data")]
    pub(super) data: PathBuf,
    /// PostgreSQL instead of the embedded database.
    #[arg(long, env = "VITRINE_DATABASE", value_name = "URL", hide_env_values = true)]
    database: Option<String>,
}

impl Place {
    /// In this folder, embedded.
    pub(super) fn folder(data: &Path) -> Self {
        Self { data: data.to_owned(), database: None }
    }

    /// Opens it, making what is missing.
    pub(super) async fn open(&self) -> Result<Store, Stop> {
        let unwritable = |error| Stop::config(format!("cannot write to the data folder {}: {error}", self.data.display()));
        std::fs::create_dir_all(self.data.join("media")).map_err(unwritable)?;
        let probe = self.data.join(format!(".probe-{}", std::process::id()));
        std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe)).map_err(unwritable)?;
        self.connect().await
    }

    /// Opens what is there.
    pub(super) async fn open_existing(&self) -> Result<Store, Stop> {
        if self.database.is_none() && !self.data.join(FILE).is_file() {
            return Err(Stop::config(format!("there is no database in {}; name its folder with --data", self.data.display())));
        }
        self.connect().await
    }

    /// Opens what is there; with it the organisation of its first store.
    pub(super) async fn open_org(&self) -> Result<(Store, OrgId), Stop> {
        let store = self.open_existing().await?;
        let kept = stores::all(&mut store.read().await.map_err(Stop::failed)?).await.map_err(Stop::failed)?;
        let org =
            kept.first().map(|store| store.org).ok_or_else(|| Stop::failed("there is no store yet; open one with `vitrine store add`"))?;
        Ok((store, org))
    }

    async fn connect(&self) -> Result<Store, Stop> {
        let opened = match &self.database {
            Some(url) if !url.starts_with("postgres://") && !url.starts_with("postgresql://") => {
                return Err(Stop::config("--database takes a postgres:// address"));
            }
            Some(url) => Store::connect(url).await,
            None => Store::open(&self.data).await,
        };
        opened.map_err(|error| match error {
            StoreError::Newer => Stop::config(error),
            // The address of a database may hold its password: it is not repeated.
            other => Stop::config(format!("the database cannot be opened: {other}")),
        })
    }
}
