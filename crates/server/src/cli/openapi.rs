//! `vitrine openapi`

use super::Stop;
use std::io::Write;
use std::process::ExitCode;

pub(super) fn run() -> Result<ExitCode, Stop> {
    writeln!(std::io::stdout().lock(), "{}", crate::docs::document()).map_err(Stop::failed)?;
    Ok(ExitCode::SUCCESS)
}
