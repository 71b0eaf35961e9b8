//! `vitrine demo`

use super::hosts::Hosts;
use super::notices::NoticeSettings;
use super::place::Place;
use super::{Stop, greeting, listen, serve};
use crate::app::App;
use crate::clock::Clock;
use clap::Args;
use fixtures::Shop;
use std::net::SocketAddr;
use std::process::ExitCode;

/// Settings of the demo.
#[derive(Args)]
pub(super) struct Demo {
    /// Where to listen; port 0 takes any.
    #[arg(long, env = "VITRINE_LISTEN", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    #[command(flatten)]
    hosts: Hosts,
    #[command(flatten)]
    notices: NoticeSettings,
    /// Give the first store a floor of 500 fixtures, to measure with.
    #[arg(long, env = "VITRINE_BIG_FLOOR", hide = true)]
    big_floor: bool,
    /// What to log.
    #[arg(long, env = "VITRINE_LOG", value_name = "FILTER", default_value = "warn")]
    log: String,
}

impl Demo {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        serve::log(&self.log)?;
        let folder = tempfile::Builder::new().prefix("vitrine-demo-").tempdir().map_err(Stop::config)?;
        let place = Place::folder(folder.path());
        let store = place.open().await?;
        let (listener, bound) = listen::bind(self.listen)?;
        let notices = self.notices.clone().resolve_for_demo(greeting::url(bound, false))?;
        let clock = Clock::default();
        crate::seed::fill(&store, &place.data, &self.shop(), clock.now()).await.map_err(|error| Stop::failed(format!("{error:#}")))?;
        let app = App::start(store, &place.data, clock, self.hosts.resolve()).await.map_err(Stop::failed)?;
        // Whoever tries it out has the other system on the same machine.
        app.let_webhooks_go_anywhere();
        app.send_notices_by(notices);
        greeting::listening(bound, false);
        greeting::demo(bound, app.notices());
        listen::serve(app, listener, None).await?;
        Ok(ExitCode::SUCCESS)
    }

    fn shop(&self) -> Shop {
        let mut shop = fixtures::onmaru();
        if self.big_floor {
            let variants: Vec<_> = shop.products.iter().flat_map(|product| &product.variants).map(|variant| variant.id).collect();
            shop.stores[0].planogram = fixtures::big_floor(&variants);
        }
        shop
    }
}
