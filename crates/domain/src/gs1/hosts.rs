//! Whose links are whose.

use super::link::Link;

/// The host names whose links are ours (`own`) and whose product links we believe (`trusted`).
///
/// An entry may carry a port (`127.0.0.1:8080`): then the link's port must be the same, the scheme's own port counted. An entry
/// without one takes every port of that host. Upper and lower case are the same, as is a final dot.
#[derive(Clone, Debug, Default)]
pub struct Hosts {
    /// Links to these are ours.
    pub own: Vec<String>,
    /// Links to these name products, never shelves.
    pub trusted: Vec<String>,
}

impl Hosts {
    pub(super) fn owns(&self, link: &Link) -> bool {
        self.own.iter().any(|entry| is_at(entry, link))
    }

    pub(super) fn trusts(&self, link: &Link) -> bool {
        self.owns(link) || self.trusted.iter().any(|entry| is_at(entry, link))
    }
}

fn is_at(entry: &str, link: &Link) -> bool {
    let (host, port) = match entry.rsplit_once(':').map(|(host, port)| (host, port.parse::<u16>())) {
        // What follows the last colon of a bare IPv6 address is inside its brackets, so it is no number.
        Some((host, Ok(port))) => (host, Some(port)),
        _ => (entry, None),
    };
    without_dot(host).eq_ignore_ascii_case(without_dot(link.host)) && port.is_none_or(|port| port == link.port)
}

fn without_dot(host: &str) -> &str {
    host.strip_suffix('.').unwrap_or(host)
}
