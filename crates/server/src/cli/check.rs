//! `vitrine check`

use super::Stop;
use super::place::Place;
use clap::Args;
use std::process::ExitCode;

/// Settings of the proof.
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    place: Place,
}

impl Check {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        let store = self.place.open_existing().await?;
        let violations = crate::check::run(&store).await.map_err(Stop::failed)?;
        store.close().await;
        for violation in &violations {
            say!("{}: {}", violation.invariant, violation.row);
        }
        if violations.is_empty() {
            say!("{} invariants hold", crate::check::count());
            return Ok(ExitCode::SUCCESS);
        }
        Err(Stop::failed(format!("{} rows break an invariant", violations.len())))
    }
}
