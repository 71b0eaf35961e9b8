//! Long runs of what `test` runs a slice of: random days (`soak`), and clients who want the same at once (`races`).

use crate::postgres::Postgres;
use crate::project;
use anyhow::Result;
use std::process::Command;

/// Whose promises are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Engine {
    /// The rules alone, on a model of a shop.
    Pure,
    /// The server's commands on the embedded database.
    Sqlite,
    /// The same on PostgreSQL.
    Postgres,
}

/// How long, and which.
#[derive(clap::Args)]
pub struct Soak {
    /// The run is made from this; a run that failed says which.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many commands; 1,000,000 pure, 100,000 on SQLite, 20,000 on PostgreSQL where it is not said.
    #[arg(long)]
    commands: Option<u64>,
    /// All three, one after the other, where it is not said.
    #[arg(long)]
    engine: Option<Engine>,
    /// How many act at a time on a database; the order of one is the same each time.
    #[arg(long, default_value_t = 4)]
    tasks: u64,
}

/// How often each race is run.
#[derive(clap::Args)]
pub struct Races {
    /// Rounds of each race.
    #[arg(long, default_value_t = 1_000)]
    rounds: u64,
    /// How often the server is killed among writes.
    #[arg(long, default_value_t = 50)]
    kills: u64,
}

impl Soak {
    /// Runs it; a run that fails has said how to play it again.
    pub fn run(&self) -> Result<()> {
        let takes = |engine| self.engine.is_none_or(|only| only == engine);
        let commands = |default| self.commands.unwrap_or(default).to_string();
        if takes(Engine::Pure) {
            let mut cargo = project::cargo();
            cargo.args(["run", "--quiet", "--package", "domain", "--features", "random", "--example", "soak", "--"]);
            project::run(cargo.args([self.seed.to_string(), commands(1_000_000)]))?;
        }
        for (engine, test, default) in [
            (Engine::Sqlite, "soak::a_long_run_on_sqlite_keeps_every_promise", 100_000),
            (Engine::Postgres, "soak::a_long_run_on_postgres_keeps_every_promise", 20_000),
        ] {
            if takes(engine) {
                let settings = [
                    ("VITRINE_SOAK_SEED", self.seed.to_string()),
                    ("VITRINE_SOAK_COMMANDS", commands(default)),
                    ("VITRINE_SOAK_TASKS", self.tasks.to_string()),
                ];
                tests("dev", &[test], &settings, engine == Engine::Postgres)?;
            }
        }
        Ok(())
    }
}

impl Races {
    /// Runs each race and prints a line of it.
    pub fn run(&self) -> Result<()> {
        println!(
            "     {:<22} {:<34} {:>6} {:>8} {:>10} {:>8} {:>5} {:>6} {:>9} {:>6}",
            "servers", "race", "rounds", "winners", "conflicts", "overlap", "busy", "5xx", "negative", "check"
        );
        let settings = [("VITRINE_RACE_ROUNDS", self.rounds.to_string()), ("VITRINE_KILLS", self.kills.to_string())];
        tests("dev", &["races::", "crash::", "power::", "replies::"], &settings, true)
    }
}

/// Holds a second on a hot unit and spread over twenty stores.
pub fn holds(each: usize) -> Result<()> {
    println!("\n{:<15} {:>26} {:>26} {:>6}", "holds", "one hot unit: /s p50 p99", "20 stores: /s p50 p99 ms", "ratio");
    tests("server", &["holds::"], &[("VITRINE_HOLDS", each.to_string())], true)
}

/// Tests of the server, one at a time and aloud. Proofs run as the other tests are built, where a figure that overflows is a panic; what is
/// measured is built as it is shipped.
fn tests(profile: &str, names: &[&str], settings: &[(&str, String)], with_postgres: bool) -> Result<()> {
    project::ensure_dist()?;
    let own = if with_postgres && std::env::var_os(SERVER).is_none() { Some(Postgres::start()?) } else { None };
    let mut cargo: Command = project::cargo();
    cargo.args(["test", "--quiet", "--profile", profile, "--package", "server", "--test", "suite", "--"]).args(names);
    cargo.args(["--nocapture", "--test-threads=1"]).envs(settings.iter().map(|(name, value)| (name, value)));
    project::run(cargo.envs(own.as_ref().map(|own| (SERVER, own.url()))))
}

/// Where the tests look for PostgreSQL.
const SERVER: &str = "VITRINE_TEST_POSTGRES";
