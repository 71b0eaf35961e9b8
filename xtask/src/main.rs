//! The chores of Vitrine, one command each: `cargo xtask start` shows the product, `cargo xtask test` proves it.

mod apt;
mod bench;
mod css;
mod dev;
mod front;
mod lifeline;
mod long;
mod parts;
mod postgres;
mod precompress;
mod project;
mod scanner;
mod server;
mod size;
mod split;
mod test;
mod tidy;
mod tools;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The chores of Vitrine.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build everything and start the demo shop; further words go to `vitrine demo`.
    Start {
        /// For example `--listen 0.0.0.0:8080`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        demo: Vec<String>,
    },
    /// Run every check, from formatting to the journeys in a browser.
    Test(test::Choice),
    /// The server on 8080 and the shop, rebuilt at every change, on 8081.
    Dev {
        /// Serve the studio and the desk as well, on 8082.
        #[arg(long)]
        studio: bool,
    },
    /// Build both entries of the front end into dist/.
    Front,
    /// Build the server with what dist/ holds now.
    Server,
    /// Bundle style/ into target/style/ (trunk calls this before each build).
    Css,
    /// Compare what a browser downloads with the budgets.
    Size {
        /// Accept today's sizes as the ones to compare with.
        #[arg(long)]
        record: bool,
    },
    /// Measure what the server does on this machine.
    Bench,
    /// Random shoppers, staff, clocks and lost replies, long; every invariant is proved after each batch.
    Soak(long::Soak),
    /// Clients who want the same at once, kills, power cuts and lost replies, against real processes.
    Races(long::Races),
    /// Prove the rules of docs/architecture.md on the sources.
    Tidy,
    /// Trunk calls this in wasm-bindgen's place.
    #[command(hide = true)]
    Bindgen {
        /// What trunk says to wasm-bindgen.
        #[arg(last = true)]
        args: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().chore) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore) -> anyhow::Result<()> {
    match chore {
        Chore::Start { demo } => {
            front::build()?;
            server::build()?;
            server::become_demo(&demo)
        }
        Chore::Test(choice) => test::run(&choice),
        Chore::Dev { studio } => dev::run(studio),
        Chore::Front => front::build(),
        Chore::Server => server::build(),
        Chore::Css => css::bundle(),
        Chore::Size { record } => size::run(record),
        Chore::Bench => bench::run(),
        Chore::Soak(soak) => soak.run(),
        Chore::Races(races) => races.run(),
        Chore::Tidy => tidy::run(),
        Chore::Bindgen { args } => split::bindgen(&args),
    }
}
