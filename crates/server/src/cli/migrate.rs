//! `vitrine migrate`

use super::Stop;
use super::place::Place;
use clap::Args;
use std::process::ExitCode;

/// Settings of the migration.
#[derive(Args)]
pub(super) struct Migrate {
    #[command(flatten)]
    place: Place,
}

impl Migrate {
    /// Opening migrates.
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        self.place.open().await?.close().await;
        say!("the database has this build's form");
        Ok(ExitCode::SUCCESS)
    }
}
