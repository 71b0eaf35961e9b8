//! `vitrine serve`

use super::hosts::Hosts;
use super::listen::{self, Tls};
use super::notices::NoticeSettings;
use super::place::Place;
use super::{Stop, greeting};
use crate::app::App;
use crate::clock::Clock;
use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Settings of the server.
#[derive(Args)]
pub(super) struct Serve {
    /// Where to listen.
    #[arg(long, env = "VITRINE_LISTEN", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    hosts: Hosts,
    /// A PEM certificate; phones need it for camera and sign-in anywhere but on localhost.
    #[arg(long, env = "VITRINE_TLS_CERT", value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The certificate's key.
    #[arg(long, env = "VITRINE_TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Webhooks may also go into private networks, and over plain http.
    #[arg(long, env = "VITRINE_WEBHOOK_ALLOW_PRIVATE")]
    webhook_allow_private: bool,
    #[command(flatten)]
    notices: NoticeSettings,
    /// What to log: `info`, `debug`, `server=debug,info`.
    #[arg(long, env = "VITRINE_LOG", value_name = "FILTER", default_value = "info")]
    log: String,
}

impl Serve {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        log(&self.log)?;
        let notices = self.notices.resolve(self.webhook_allow_private)?;
        let tls = match self.tls_cert.zip(self.tls_key) {
            Some((cert, key)) => Some(Tls { cert, key }.load().await?),
            None => None,
        };
        let store = self.place.open().await?;
        let (listener, bound) = listen::bind(self.listen)?;
        let app = App::start(store, &self.place.data, Clock::default(), self.hosts.resolve()).await.map_err(Stop::config)?;
        if self.webhook_allow_private {
            app.let_webhooks_go_anywhere();
        }
        app.send_notices_by(notices);
        greeting::listening(bound, tls.is_some());
        tracing::info!(%bound, build = crate::contract::BUILD, "serving");
        listen::serve(app, listener, tls).await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Begins to log, a JSON object a line on standard error.
pub(super) fn log(filter: &str) -> Result<(), Stop> {
    let filter = EnvFilter::try_new(filter).map_err(|error| Stop::config(format!("--log: {error}")))?;
    let logger = tracing_subscriber::fmt().json().flatten_event(true).with_current_span(true).with_span_list(false);
    // A second logger in the same process is refused; the first goes on.
    let _ = logger.with_env_filter(filter).with_writer(std::io::stderr).try_init();
    Ok(())
}
