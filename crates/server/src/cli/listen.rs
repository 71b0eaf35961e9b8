//! Listening until somebody says stop, and then finishing what was begun.

use super::Stop;
use crate::app::App;
use crate::media::bring;
use crate::media::fetch::Fetcher;
use crate::webhook::Courier;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How long replies under way may take after SIGTERM. Streams end at once; their clients come back with `since`.
const DRAIN: Duration = Duration::from_secs(3);

/// A certificate with its key, both PEM files.
pub(super) struct Tls {
    pub(super) cert: PathBuf,
    pub(super) key: PathBuf,
}

/// Takes the address; a refusal is a line, not a panic later.
pub(super) fn bind(address: SocketAddr) -> Result<(TcpListener, SocketAddr), Stop> {
    let refused = |error| Stop::config(format!("cannot listen on {address}: {error}"));
    let listener = TcpListener::bind(address).map_err(refused)?;
    listener.set_nonblocking(true).map_err(refused)?;
    let bound = listener.local_addr().map_err(refused)?;
    Ok((listener, bound))
}

/// Serves until SIGTERM or Ctrl-C.
pub(super) async fn serve(app: App, listener: TcpListener, tls: Option<RustlsConfig>) -> Result<(), Stop> {
    let handle = Handle::new();
    tokio::spawn(drain(app.clone(), handle.clone()));
    tokio::spawn(crate::reservation::sweep::run(app.clone()));
    tokio::spawn(crate::notice::run(app.clone()));
    let fetcher = Fetcher::new().map_err(Stop::failed)?;
    tokio::spawn(bring::run(app.clone(), fetcher));
    tokio::spawn(crate::sought::run(app.clone()));
    tokio::spawn(crate::import::queue::run(app.clone()));
    tokio::spawn(crate::activity::run(app.clone()));
    tokio::spawn(crate::reviews::warm::run(app.clone()));
    tokio::spawn(Courier::new(app.clone()).map_err(Stop::failed)?.run());
    let service: IntoMakeServiceWithConnectInfo<_, SocketAddr> = crate::routes::router(app.clone()).into_make_service_with_connect_info();
    let served = match tls {
        Some(tls) => axum_server::from_tcp_rustls(listener, tls).map_err(Stop::failed)?.handle(handle).serve(service).await,
        None => axum_server::from_tcp(listener).map_err(Stop::failed)?.handle(handle).serve(service).await,
    };
    crate::activity::flush(&app).await;
    app.store().close().await;
    served.map_err(Stop::failed)
}

async fn drain(app: App, handle: Handle<SocketAddr>) {
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    tracing::info!("finishing what was begun");
    app.live().close();
    handle.graceful_shutdown(Some(DRAIN));
}

impl Tls {
    /// Reads both files.
    pub(super) async fn load(&self) -> Result<RustlsConfig, Stop> {
        for file in [&self.cert, &self.key] {
            std::fs::read(file).map_err(|error| Stop::config(format!("cannot read {}: {error}", file.display())))?;
        }
        // Fails when one is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let unusable =
            |error| Stop::config(format!("{} and {} are no certificate and key: {error}", self.cert.display(), self.key.display()));
        RustlsConfig::from_pem_file(&self.cert, &self.key).await.map_err(unusable)
    }
}
