//! `vitrine check`

use super::Stop;
use super::place::Place;
use crate::check::Violation;
use crate::clock::Clock;
use clap::Args;
use std::process::ExitCode;

/// Settings of the proof.
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    place: Place,
    /// Mend the books by movements that compensate, and count claims anew; then prove again. Anything else is named and left.
    #[arg(long)]
    repair: bool,
}

impl Check {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        let store = self.place.open_existing().await?;
        let mut violations = crate::check::run(&store).await.map_err(Stop::failed)?;
        if self.repair && violations.iter().any(Violation::is_repairable) {
            named(&violations);
            let repair = crate::check::repair(&store, Clock::default().now()).await.map_err(Stop::failed)?;
            repair.lines.iter().for_each(|line| say!("repaired: {line}"));
            say!("repair {}: {} changes; proved again:", repair.id, repair.lines.len());
            violations = crate::check::run(&store).await.map_err(Stop::failed)?;
        }
        store.close().await;
        named(&violations);
        if violations.is_empty() {
            say!("{} invariants hold", crate::check::count());
            return Ok(ExitCode::SUCCESS);
        }
        let rows = violations.len();
        Err(Stop::failed(match (self.repair, violations.iter().any(Violation::is_repairable)) {
            (true, false) => {
                format!("{rows} rows break an invariant that no movement of units mends; look at them, or go back to a backup")
            }
            (false, true) => format!("{rows} rows break an invariant; `vitrine check --repair` mends the books by compensating movements"),
            _ => format!("{rows} rows break an invariant"),
        }))
    }
}

fn named(violations: &[Violation]) {
    for violation in violations {
        say!("{}: {}", violation.invariant, violation.row);
    }
}
