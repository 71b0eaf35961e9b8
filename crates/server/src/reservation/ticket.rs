//! A reservation as its shopper sees it.

use crate::app::App;
use crate::catalog::card;
use crate::catalog::elsewhere::{elsewhere, others};
use crate::failure::Failure;
use crate::hours;
use crate::live::LiveStore;
use crate::live::snapshot::Snapshot;
use crate::notice;
use crate::pickup::view;
use crate::store;
use crate::store::reservation::Kept;
use crate::stores;
use api::Code;
use api::reservation::{MissingUnits, Substitute, Ticket, TicketLine};
use domain::ids::{ReservationId, VariantId};
use domain::reservation::{Line, State, Timers};
use std::sync::Arc;

/// Reads it and writes it out.
pub(super) async fn read(app: &App, live: &LiveStore, id: ReservationId) -> Result<Ticket, Failure> {
    let mut reader = app.store().read().await?;
    let kept = store::reservation::get(&mut reader, live.id, id).await?;
    let kept = kept.ok_or_else(|| Failure::new(Code::NoSuchReservation, "there is no such reservation"))?;
    let snapshot = live.snapshot();
    if kept.machine.state != State::Held {
        return Ok(ticket(app, &snapshot, kept));
    }
    let queue = store::reservation::count_to_pick(&mut reader, live.id).await?;
    let forecast = hours::promise(&snapshot.store, app.now(), queue);
    Ok(Ticket { promised_at: Some(forecast), ..ticket(app, &snapshot, kept) })
}

fn ticket(app: &App, snapshot: &Snapshot, kept: Kept) -> Ticket {
    let machine = &kept.machine;
    let live = !machine.state.is_terminal();
    let others = match machine.state {
        State::NeedsDecision => others(app, snapshot),
        _ => Vec::new(),
    };
    let timers = Timers::default();
    let code = (kept.code_epoch > 0 && live).then(|| app.secret().code(machine.id, kept.code_epoch).as_str().to_owned());
    Ticket {
        id: machine.id,
        store: stores::card(&snapshot.store),
        version: machine.version,
        state: machine.state,
        lines: machine.lines.iter().map(|line| ticket_line(snapshot, &others, line)).collect(),
        number: kept.number,
        code,
        expires_at: (machine.state == State::Held).then_some(machine.expires_at),
        extendable_until: (machine.state == State::Held).then_some(machine.held_at + timers.hold_cap),
        promised_at: machine.promised_at,
        decide_by: (machine.state == State::NeedsDecision).then_some(machine.since + timers.decision),
        pickup_by: machine.pickup_by,
        extended: machine.extended,
        total: machine.total(),
        ended_because: machine.ended_because.clone(),
        contacts: if machine.state == State::Held { app.notices().kinds() } else { Vec::new() },
        notice: notice::state(&kept),
        nickname: kept.nickname,
    }
}

fn ticket_line(snapshot: &Snapshot, others: &[(u32, Arc<Snapshot>)], line: &Line) -> TicketLine {
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
            elsewhere: elsewhere(others, line.variant),
        }),
    }
}

fn substitute(snapshot: &Snapshot, variant: VariantId) -> Option<Substitute> {
    let (product, known) = snapshot.catalogue.variant(variant)?;
    let location = snapshot.locations_of(variant).first().cloned();
    Some(Substitute { variant, detail: known.detail(), card: card::card(snapshot, product), location })
}
