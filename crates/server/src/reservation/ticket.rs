//! A reservation as its shopper sees it.

use crate::app::App;
use crate::catalog::card;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::live::snapshot::Snapshot;
use crate::pickup::view;
use crate::store;
use crate::store::reservation::Kept;
use crate::stores;
use api::Code;
use api::reservation::{MissingUnits, Substitute, Ticket, TicketLine};
use domain::ids::{ReservationId, VariantId};
use domain::reservation::{Line, State};

/// Reads it and writes it out.
pub(super) async fn read(app: &App, live: &LiveStore, id: ReservationId) -> Result<Ticket, Failure> {
    let kept = store::reservation::get(&mut app.store().read().await?, live.id, id).await?;
    let kept = kept.ok_or_else(|| Failure::new(Code::NoSuchReservation, "there is no such reservation"))?;
    Ok(ticket(app, &live.snapshot(), kept))
}

fn ticket(app: &App, snapshot: &Snapshot, kept: Kept) -> Ticket {
    let machine = &kept.machine;
    let live = !machine.state.is_terminal();
    let code = (kept.code_epoch > 0 && live).then(|| app.secret().code(machine.id, kept.code_epoch).as_str().to_owned());
    Ticket {
        id: machine.id,
        store: stores::card(&snapshot.store),
        version: machine.version,
        state: machine.state,
        lines: machine.lines.iter().map(|line| ticket_line(snapshot, line)).collect(),
        number: kept.number,
        code,
        expires_at: (machine.state == State::Held).then_some(machine.expires_at),
        promised_at: machine.promised_at,
        pickup_by: machine.pickup_by,
        extended: machine.extended,
        total: machine.total(),
        ended_because: machine.ended_because.clone(),
        nickname: kept.nickname,
    }
}

fn ticket_line(snapshot: &Snapshot, line: &Line) -> TicketLine {
    let known = snapshot.catalogue.variant(line.variant);
    let live_title = known.map(|(product, _)| product.name.clone()).unwrap_or_default();
    let live_price = snapshot.price(line.variant).map(|price| price.now);
    TicketLine {
        variant: line.variant,
        gtin: view::gtin(snapshot, line.variant),
        title: line.frozen.as_ref().map_or(live_title, |frozen| frozen.title.clone()),
        detail: known.map(|(_, variant)| variant.detail()).unwrap_or_default(),
        picture: known.and_then(|(_, variant)| variant.pictures.first().cloned()),
        requested: line.requested,
        held: line.held,
        picked: line.picked,
        collected: line.collected,
        price: line.frozen.as_ref().map_or(live_price, |frozen| frozen.price),
        location: snapshot.locations_of(line.variant).first().cloned(),
        missing: line.missing.as_ref().map(|missing| MissingUnits {
            quantity: missing.quantity,
            because: missing.because,
            substitutes: missing.substitutes.iter().filter_map(|variant| substitute(snapshot, *variant)).collect(),
        }),
    }
}

fn substitute(snapshot: &Snapshot, variant: VariantId) -> Option<Substitute> {
    let (product, known) = snapshot.catalogue.variant(variant)?;
    Some(Substitute { variant, detail: known.detail(), card: card::card(snapshot, product) })
}
