//! The command line. Every setting is a flag and an environment variable; what is set wrongly is one line and exit 2.

/// A line on standard output. That nobody reads it any more (`| head`) is no trouble: what was asked for is done all the same.
macro_rules! say {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

mod check;
mod demo;
mod greeting;
mod hosts;
mod import;
mod key;
mod listen;
mod migrate;
mod notices;
mod openapi;
mod parse;
mod place;
mod serve;
mod store;
mod user;
mod webhook;

use clap::{Parser, Subcommand, error::ErrorKind};
use std::fmt::Display;
use std::process::ExitCode;

/// The showroom's server.
#[derive(Parser)]
#[command(name = "vitrine", version = crate::contract::BUILD, about = "The showroom's server", disable_help_subcommand = true)]
#[command(subcommand_required = true, arg_required_else_help = false)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve shops, desk and studio.
    Serve(serve::Serve),
    /// Serve the demo shop from a fresh temporary folder; prints links and sign-ins.
    Demo(demo::Demo),
    /// Say what codes mean, one a line on standard input.
    Parse(parse::Parse),
    /// Prove every invariant on a live or stopped database; exit 1 and the rows where one fails.
    Check(check::Check),
    /// Bring the database to this build's form.
    Migrate(migrate::Migrate),
    /// Print the contract as OpenAPI 3.1.
    Openapi,
    /// Import what an online shop has, or take an import back.
    Import(import::Import),
    /// Shops of this deployment.
    #[command(subcommand)]
    Store(store::Store),
    /// Keys of other systems.
    #[command(subcommand)]
    Key(key::Key),
    /// Addresses that are told what happens.
    #[command(subcommand)]
    Webhook(webhook::Webhook),
    /// People who may sign in.
    #[command(subcommand)]
    User(user::User),
}

/// Why a command ends early: one line, and the exit code.
#[derive(Debug)]
struct Stop {
    line: String,
    code: u8,
}

impl Stop {
    /// Something is set wrongly.
    fn config(what: impl Display) -> Self {
        Self { line: what.to_string(), code: 2 }
    }

    /// What was asked for cannot be done.
    fn failed(what: impl Display) -> Self {
        Self { line: what.to_string(), code: 1 }
    }
}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            say!("{}", error.to_string().trim_end());
            return ExitCode::SUCCESS;
        }
        Err(error) => return ended(&Stop::config(first_paragraph(&error.to_string()))),
    };
    match obey(cli.command) {
        Ok(code) => code,
        Err(stop) => ended(&stop),
    }
}

fn obey(command: Command) -> Result<ExitCode, Stop> {
    match command {
        Command::Parse(parse) => return parse.run(),
        Command::Openapi => return openapi::run(),
        _ => {}
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Stop::failed)?;
    runtime.block_on(async {
        match command {
            Command::Serve(serve) => serve.run().await,
            Command::Demo(demo) => demo.run().await,
            Command::Check(check) => check.run().await,
            Command::Migrate(migrate) => migrate.run().await,
            Command::Import(import) => import.run().await,
            Command::Store(store) => store.run().await,
            Command::Key(key) => key.run().await,
            Command::Webhook(webhook) => webhook.run().await,
            Command::User(user) => user.run().await,
            Command::Parse(_) | Command::Openapi => Ok(ExitCode::SUCCESS),
        }
    })
}

fn ended(stop: &Stop) -> ExitCode {
    eprintln!("vitrine: {}", stop.line.replace('\n', " "));
    ExitCode::from(stop.code)
}

/// clap explains in several paragraphs; the first says what is wrong.
fn first_paragraph(text: &str) -> String {
    let first = text.trim_start_matches("error: ").split("\n\n").next().unwrap_or_default();
    first.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_bad_flag_is_one_line() {
        for line in ["vitrine serve --colour red", "vitrine", "vitrine user add --store hongdae jisu", "vitrine serve --listen nowhere"] {
            let error = Cli::try_parse_from(line.split(' ')).err().expect("a refusal");
            let text = first_paragraph(&error.to_string());
            assert!(!text.contains('\n') && text.len() > 10, "{text}");
        }
    }

    #[test]
    fn every_setting_has_an_environment_variable() {
        for command in Cli::command().get_subcommands().filter(|command| ["serve", "demo"].contains(&command.get_name())) {
            for flag in command.get_arguments().filter(|flag| flag.get_id() != "help") {
                let variable = flag.get_env().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                assert!(variable.starts_with("VITRINE_"), "{} {}", command.get_name(), flag.get_id());
            }
        }
    }
}
