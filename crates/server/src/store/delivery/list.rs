//! Deliveries as people read them.

use super::super::{Ask, Row, StoreError, int, text};
use api::connections::{Delivery, DeliveryState};
use domain::ids::{DeliveryId, OrgId, WebhookId};
use std::collections::HashMap;

/// How many of a webhook's are where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// On their way.
    pub waiting: u32,
    /// Given up.
    pub dead: u32,
}

const ALL: &str = "SELECT delivery_id, webhook_id, event, state, created_at, tries, next_at, last_status, last_problem FROM delivery \
                   WHERE org_id = $1 ORDER BY created_at DESC, delivery_id DESC LIMIT $2";
const IN_STATE: &str = "SELECT delivery_id, webhook_id, event, state, created_at, tries, next_at, last_status, last_problem FROM delivery \
                        WHERE org_id = $1 AND state = $3 ORDER BY created_at DESC, delivery_id DESC LIMIT $2";
const ONE: &str = "SELECT delivery_id, webhook_id, event, state, created_at, tries, next_at, last_status, last_problem FROM delivery \
                   WHERE org_id = $1 AND delivery_id = $2";
const LATEST: &str = "SELECT delivery_id, webhook_id, event, state, created_at, tries, next_at, last_status, last_problem FROM delivery \
                      WHERE org_id = $1 AND webhook_id = $2 AND tries > 0 ORDER BY created_at DESC, delivery_id DESC LIMIT 1";

/// An organisation's, the newest first; all, or those in a state.
///
/// # Errors
/// When the database is away.
pub async fn all(ask: &mut (impl Ask + Send), org: OrgId, state: Option<DeliveryState>, limit: u32) -> Result<Vec<Delivery>, StoreError> {
    let rows = match state {
        Some(state) => ask.fetch(IN_STATE, &[text(org), int(limit), text(name(state))]).await?,
        None => ask.fetch(ALL, &[text(org), int(limit)]).await?,
    };
    rows.iter().map(decode).collect()
}

/// One of an organisation.
///
/// # Errors
/// When the database is away.
pub async fn find(ask: &mut (impl Ask + Send), org: OrgId, id: DeliveryId) -> Result<Option<Delivery>, StoreError> {
    ask.fetch_one(ONE, &[text(org), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// A webhook's newest that was tried.
///
/// # Errors
/// When the database is away.
pub async fn latest(ask: &mut (impl Ask + Send), org: OrgId, webhook: WebhookId) -> Result<Option<Delivery>, StoreError> {
    ask.fetch_one(LATEST, &[text(org), text(webhook)]).await?.map(|row| decode(&row)).transpose()
}

/// How many are where, by webhook.
///
/// # Errors
/// When the database is away.
pub async fn tally(ask: &mut (impl Ask + Send), org: OrgId) -> Result<HashMap<WebhookId, Tally>, StoreError> {
    let sql = "SELECT webhook_id, state, COUNT(*) FROM delivery WHERE org_id = $1 AND state <> 'sent' GROUP BY webhook_id, state";
    let mut tallies = HashMap::<WebhookId, Tally>::new();
    for row in ask.fetch(sql, &[text(org)]).await? {
        let tally = tallies.entry(row.parse(0)?).or_default();
        match row.text(1)? {
            "dead" => tally.dead = row.number(2)?,
            _ => tally.waiting = row.number(2)?,
        }
    }
    Ok(tallies)
}

const fn name(state: DeliveryState) -> &'static str {
    match state {
        DeliveryState::Waiting => "waiting",
        DeliveryState::Sent => "sent",
        DeliveryState::Dead => "dead",
        DeliveryState::Other => "other",
    }
}

fn decode(row: &Row) -> Result<Delivery, StoreError> {
    let known = [DeliveryState::Waiting, DeliveryState::Sent, DeliveryState::Dead];
    let state = row.text(3)?;
    Ok(Delivery {
        id: row.parse(0)?,
        webhook: row.parse(1)?,
        event: row.text(2)?.to_owned(),
        state: known.into_iter().find(|one| name(*one) == state).unwrap_or(DeliveryState::Other),
        created_at: row.instant(4)?,
        tries: row.number(5)?,
        next_at: row.instant_or_null(6)?,
        last_status: row.int_or_null(7)?.and_then(|status| status.try_into().ok()),
        last_problem: row.text_or_null(8)?.map(str::to_owned),
    })
}
