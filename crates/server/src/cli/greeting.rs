//! What is said on starting.

use crate::notice::Notices;
use domain::ContactKind;
use domain::access::Role;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};

/// Where it listens: a line for a program when it asks for one, else a line for a person.
pub(super) fn listening(bound: SocketAddr, tls: bool) {
    let url = url(bound, tls);
    match std::env::var_os("VITRINE_PRINT_LISTENING").is_some_and(|value| value == "1") {
        true => say(&format!("LISTENING {url}")),
        false => say(&format!("Vitrine listens on {url}/")),
    }
}

/// Links and sign-ins of the demo shop, and where its notices go.
pub(super) fn demo(bound: SocketAddr, notices: &Notices) {
    let (shop, url) = (fixtures::onmaru(), url(bound, false));
    let Some(store) = shop.stores.first() else { return };
    say("");
    say(&format!("  shop        {url}/s/{}", store.slug));
    if let Some(link) = label(&shop) {
        say(&format!("  shelf label {url}{link}"));
    }
    say(&format!("  desk        {url}{}", api::page::SIGN_IN));
    say(&format!("  interface   {url}{}", api::openapi::PAGE));
    say("");
    for person in &shop.people {
        let role = match person.role {
            Role::Staff => "staff",
            Role::Merchandiser => "merchandiser",
            Role::Manager => "manager",
            Role::Admin => "admin",
        };
        say(&format!("  {:<11} {} / {}", role, person.login, fixtures::DEMO_PASSWORD));
    }
    say("");
    let way = |kind| notices.by(kind).map_or("nobody", |channel| channel.name());
    say(&format!("Notices: e-mail goes to {}, phone numbers to {}.", way(ContactKind::Email), way(ContactKind::Phone)));
    say("Everything is gone when it ends (Ctrl-C).");
}

/// A label of the flagship, of the first product that is in stock and on a shelf: `/01/{gtin}?q={slot}`.
fn label(shop: &fixtures::Shop) -> Option<String> {
    let store = shop.stores.first()?;
    let in_stock = |variant| store.stock.iter().any(|(stocked, floor, _)| *stocked == variant && *floor >= 3);
    let variants = shop.products.iter().flat_map(|product| &product.variants).filter(|variant| in_stock(variant.id));
    let (gtin, slot) =
        variants.filter_map(|variant| Some((variant.gtin, store.planogram.locations_of(variant.id).first()?.slot))).next()?;
    Some(format!("{}?q={slot}", api::page::DIGITAL_LINK.replace("{gtin}", &gtin.to_string())))
}

/// Where somebody on this machine opens it.
pub(super) fn url(bound: SocketAddr, tls: bool) -> String {
    let scheme = if tls { "https" } else { "http" };
    // Nobody can open "everywhere".
    let host = if bound.ip().is_unspecified() { SocketAddr::from((Ipv4Addr::LOCALHOST, bound.port())) } else { bound };
    format!("{scheme}://{host}")
}

/// A closed pipe is nobody's concern.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_names_a_label_that_means_a_product() {
        let link = label(&fixtures::onmaru()).expect("a label");
        let hosts = domain::gs1::Hosts { own: vec!["localhost".into()], trusted: vec![] };
        let scanned = domain::gs1::parse(&format!("http://localhost{link}"), None, &hosts).expect("a meaning");
        assert!(matches!(scanned, domain::gs1::Scanned::Product { slot: Some(_), foreign_host: None, .. }), "{scanned:?}");
    }
}
