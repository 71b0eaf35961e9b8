//! `GET /api/v1/stores/{store}/claims/{gtin}`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::reservation::Kept;
use crate::{store, stores};
use api::Code;
use api::pickup::list_claims::ListClaims;
use api::pickup::{Claim, Claims};
use domain::Instant;
use domain::ids::VariantId;
use domain::reservation::State;
use std::cmp::Reverse;

pub(super) async fn list_claims(app: App, _: Caller, ask: ListClaims) -> Result<Claims, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let known = live.snapshot().catalogue.by_gtin(ask.gtin);
    let variant = known.ok_or_else(|| Failure::new(Code::NotInRange, "not in this shop's range").param("gtin", ask.gtin))?;
    claims(&app, &live, variant).await
}

/// A variant, and who has it kept on the floor.
pub(super) async fn claims(app: &App, live: &LiveStore, variant: VariantId) -> Result<Claims, Failure> {
    let mut reader = app.store().read().await?;
    let stock = store::stock::figure_of(&mut reader, live.id, variant).await?.map(|(_, figure)| figure.stock).unwrap_or_default();
    let mut kept = store::reservation::with_unpicked(&mut reader, live.id, variant).await?;
    kept.sort_by_key(|kept| {
        let place = [State::Held, State::Placed].iter().position(|state| *state == kept.machine.state).unwrap_or(2);
        (place, Reverse(kept.machine.promised_at))
    });
    let snapshot = live.snapshot();
    let known = snapshot.catalogue.variant(variant);
    Ok(Claims {
        variant,
        gtin: super::view::gtin(&snapshot, variant),
        title: known.map(|(product, _)| product.name.clone()).unwrap_or_default(),
        detail: known.map(|(_, variant)| variant.detail()).unwrap_or_default(),
        picture: known.and_then(|(_, variant)| variant.pictures.first().cloned()),
        floor: stock.floor,
        available: u32::try_from(stock.available()).unwrap_or(0),
        may_take: snapshot.store.settings.sells_in_hand,
        claims: kept.iter().filter_map(|kept| claim(kept, variant, app.now())).collect(),
    })
}

/// Nothing for a hold that has run out.
fn claim(kept: &Kept, variant: VariantId, now: Instant) -> Option<Claim> {
    let machine = &kept.machine;
    let (_, quantity) = machine.claims(now).find(|(claimed, _)| *claimed == variant)?;
    Some(Claim { reservation: machine.id, version: machine.version, state: machine.state, number: kept.number, quantity })
}
