//! A PostgreSQL of our own: on loopback, in a temporary folder, gone with the tests.

use crate::project::{self, answer};
use crate::{apt, lifeline};
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

/// A running server; dropping it stops it and removes its folder.
pub struct Postgres {
    server: Child,
    folder: PathBuf,
    port: u16,
}

impl Postgres {
    /// Starts a fresh, empty server. It refuses to run as root, so root hands it to the user `postgres`.
    pub fn start() -> Result<Self> {
        let programs = apt::postgres()?;
        let user = (answer(Command::new("id").arg("-u")).as_deref() == Some("0")).then_some("postgres");
        sweep();
        let folder = std::env::temp_dir().join(format!("{PREFIX}{}", std::process::id()));
        let mut make = Command::new("install");
        make.args(["-d", "-m", "0700"]).args(user.map(|user| format!("--owner={user}"))).arg(&folder);
        project::run(&mut make)?;
        let port = free_port()?;
        initialise(&programs, &folder, user)?;
        let server = serve(&programs, &folder, user, port)?;
        let mut postgres = Self { server, folder, port };
        postgres.wait_until_ready(&programs)?;
        Ok(postgres)
    }

    /// The address that the tests connect to, as a superuser without a password.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self, programs: &Path) -> Result<()> {
        for _ in 0..300 {
            let mut ask = Command::new(programs.join("pg_isready"));
            if answer(ask.args(["-h", "127.0.0.1", "-p", &self.port.to_string()])).is_some() {
                return Ok(());
            }
            if self.server.try_wait()?.is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = std::fs::read_to_string(project::target().join(LOG)).unwrap_or_default();
        bail!("PostgreSQL did not come up:\n{log}")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
        lifeline::end(&mut self.server, "INT");
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

const PREFIX: &str = "vitrine-postgres-";
const LOG: &str = "test-logs/postgres.log";

fn initialise(programs: &Path, folder: &Path, user: Option<&str>) -> Result<()> {
    let mut initdb = lifeline::tied(programs.join("initdb"), "TERM", user);
    initdb.arg("--pgdata").arg(folder.join("data")).current_dir(folder);
    initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
    // A collation that orders unlike bytes, as a real deployment has, so that a forgotten COLLATE "C" shows.
    initdb.args(["--locale-provider=icu", "--icu-locale=en-US"]);
    let output = initdb.output().context("could not start initdb")?;
    if !output.status.success() {
        bail!("initdb failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

fn serve(programs: &Path, folder: &Path, user: Option<&str>, port: u16) -> Result<Child> {
    let mut server = lifeline::tied(programs.join("postgres"), "INT", user);
    server.arg("-D").arg(folder.join("data")).args(["-p", &port.to_string()]).current_dir(folder);
    let sockets = format!("unix_socket_directories={}", folder.display());
    for setting in ["listen_addresses=127.0.0.1", "fsync=on", "max_connections=300", &sockets] {
        server.args(["-c", setting]);
    }
    let log = project::target().join(LOG);
    std::fs::create_dir_all(log.parent().unwrap_or(folder))?;
    let log = File::create(log)?;
    server.stdout(log.try_clone()?).stderr(log);
    server.spawn().context("could not start postgres")
}

/// Removes the folders of runs that were killed before they could.
fn sweep() {
    for entry in std::fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        if process.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
