//! `vitrine`: the server with the front ends inside. See `server::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::run()
}
