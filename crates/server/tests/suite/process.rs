//! The real binary, serving in a process of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A server that is killed when it is dropped.
pub struct Served(Child);

impl Served {
    /// The most memory that it has had, bytes; `None` where the system does not say.
    pub fn peak(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // SIGKILL, on Unix.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves what is in a folder; its address, without a slash at the end.
pub fn serve(data: &Path) -> (Served, String) {
    serve_on(data, None)
}

/// Serves a PostgreSQL database, or else what is in the folder.
pub fn serve_on(data: &Path, database: Option<&str>) -> (Served, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_vitrine"))
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .args(database.iter().flat_map(|url| ["--database", url]))
        .env("VITRINE_PRINT_LISTENING", "1")
        .env("VITRINE_WEBHOOK_ALLOW_PRIVATE", "true")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the server");
    let out = BufReader::new(child.stdout.take().expect("its output"));
    let line = out.lines().map_while(Result::ok).find(|line| line.starts_with("LISTENING ")).expect("a line with its address");
    (Served(child), line["LISTENING ".len()..].to_owned())
}

/// The demo shop in a folder; nobody serves it yet.
pub async fn demo(data: &Path) {
    let store = server::store::Store::open(data).await.expect("a database");
    server::seed::demo(&store, data, server::clock::Clock::default().now()).await.expect("the demo shop");
    store.close().await;
}
