//! Whose links are ours.

use clap::Args;
use domain::gs1;

/// Host names.
#[derive(Args, Clone)]
pub(super) struct Hosts {
    /// Our own host names, as labels carry them; with a port only that port is ours.
    #[arg(long = "host", env = "VITRINE_HOSTS", value_name = "NAME", value_delimiter = ',', default_values = ["localhost", "127.0.0.1"])]
    own: Vec<String>,
    /// Hosts whose product links are believed.
    #[arg(long = "trusted-host", env = "VITRINE_TRUSTED_HOSTS", value_name = "NAME", value_delimiter = ',', default_values = ["id.gs1.org"])]
    trusted: Vec<String>,
}

impl Hosts {
    pub(super) fn resolve(self) -> gs1::Hosts {
        gs1::Hosts { own: self.own, trusted: self.trusted }
    }
}
