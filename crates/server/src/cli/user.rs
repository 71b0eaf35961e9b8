//! `vitrine user`

use super::Stop;
use super::place::Place;
use crate::people::password;
use crate::store::{Store, StoreError, people, stores, text};
use clap::{Args, Subcommand, ValueEnum};
use domain::access::Role;
use domain::ids::PersonId;
use domain::{Language, Text};
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;
use uuid::Uuid;

/// People who may sign in. A password comes from standard input, or is made and printed once.
#[derive(Subcommand)]
pub(super) enum User {
    /// Make somebody something in a store; a new login gets a password.
    Add(Add),
    /// Give a login a new password; its sessions end.
    Passwd(Passwd),
}

/// Who, where, what.
#[derive(Args)]
pub(super) struct Add {
    /// The store, as in links.
    #[arg(long)]
    store: String,
    /// What they are there.
    #[arg(long)]
    role: RoleName,
    /// The name that shoppers and colleagues read; the login without one.
    #[arg(long)]
    name: Option<String>,
    /// To sign in with.
    login: String,
    #[command(flatten)]
    place: Place,
}

/// Who.
#[derive(Args)]
pub(super) struct Passwd {
    /// To sign in with.
    login: String,
    #[command(flatten)]
    place: Place,
}

#[derive(Clone, Copy, ValueEnum)]
enum RoleName {
    Staff,
    Merchandiser,
    Manager,
    Admin,
}

impl User {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        match self {
            Self::Add(add) => add.run().await,
            Self::Passwd(passwd) => passwd.run().await,
        }
    }
}

impl Add {
    async fn run(self) -> Result<ExitCode, Stop> {
        let store = self.place.open_existing().await?;
        let login = self.login.trim().to_lowercase();
        if login.is_empty() || login.contains(char::is_whitespace) {
            return Err(Stop::config("a login is one word"));
        }
        let kept = stores::all(&mut reader(&store).await?).await.map_err(Stop::failed)?;
        let at = kept.into_iter().find(|kept| kept.slug == self.store);
        let at = at.ok_or_else(|| Stop::failed(format!("there is no store {}", self.store)))?;
        let known = people::find(&mut reader(&store).await?, &login).await.map_err(Stop::failed)?;
        let mut tx = store.begin().await.map_err(Stop::failed)?;
        let person = match known {
            Some(person) => person,
            None => {
                let person = PersonId::new(Uuid::now_v7());
                let hash = new_password()?;
                people::add(&mut tx, at.org, person, &login, &hash, crate::clock::Clock::default().now()).await.map_err(Stop::failed)?;
                let name = Text::only(Language::EN, self.name.as_deref().unwrap_or(&login));
                text::save(&mut tx, at.org, "person", person, "name", &name).await.map_err(Stop::failed)?;
                person
            }
        };
        people::join(&mut tx, at.id, person, self.role.into()).await.map_err(Stop::failed)?;
        tx.commit().await.map_err(Stop::failed)?;
        say!("{login} works in {}", at.slug);
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl Passwd {
    async fn run(self) -> Result<ExitCode, Stop> {
        let store = self.place.open_existing().await?;
        let hash = new_password()?;
        let mut tx = store.begin().await.map_err(Stop::failed)?;
        if !people::set_password(&mut tx, &self.login, &hash).await.map_err(Stop::failed)? {
            return Err(Stop::failed(format!("there is no login {}", self.login)));
        }
        tx.commit().await.map_err(Stop::failed)?;
        say!("the password of {} is changed, its sessions are ended", self.login);
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

async fn reader(store: &Store) -> Result<crate::store::Reader, Stop> {
    store.read().await.map_err(|error: StoreError| Stop::failed(error))
}

/// A new password's hash: of the first line on standard input, or of one made here and printed.
fn new_password() -> Result<String, Stop> {
    let mut given = String::new();
    if !std::io::stdin().is_terminal() {
        std::io::stdin().lock().read_line(&mut given).map_err(Stop::failed)?;
    }
    let given = given.trim_end_matches(['\r', '\n']);
    let password = match given {
        "" => {
            let made = password::generate();
            say!("password: {made}");
            made
        }
        short if short.chars().count() < 8 => return Err(Stop::failed("a password has at least 8 characters")),
        given => given.to_owned(),
    };
    password::hash(&password).map_err(Stop::failed)
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Staff => Self::Staff,
            RoleName::Merchandiser => Self::Merchandiser,
            RoleName::Manager => Self::Manager,
            RoleName::Admin => Self::Admin,
        }
    }
}
