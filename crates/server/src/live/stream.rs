//! `GET /api/v1/stores/{store}/events?since=`: the store's events as they happen, from memory.

use super::LiveStore;
use crate::app::App;
use crate::contract::{Caller, member};
use crate::failure::Failure;
use crate::store::event::{Audience, Kept};
use crate::{reservation, stores};
use api::event::{HAPPENING, Happening, LiveEvent, PING, PING_SECONDS, RESYNC, Resync};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use domain::ids::ReservationId;
use serde::Deserialize;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

/// Where to go on from.
#[derive(Deserialize)]
pub struct Since {
    since: Option<i64>,
}

/// What a stream may tell.
#[derive(Clone, Copy)]
struct Ear {
    staff: bool,
    reservation: Option<ReservationId>,
}

/// Events queued for one slow reader before it is cut; it comes back with `since`.
const QUEUE: usize = 64;

pub(crate) async fn events(
    State(app): State<App>,
    Path(slug): Path<String>,
    Query(since): Query<Since>,
    headers: HeaderMap,
    caller: Caller,
) -> Result<Sse<ReceiverStream<Result<Event, Infallible>>>, Failure> {
    let live = stores::find(&app, &slug)?;
    let ear = ear(&app, &caller, &slug, &live).await?;
    let header = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    // Both ways of saying it work; the later number wins. Without any, only what happens from now on.
    let since = [header, since.since].into_iter().flatten().max();
    let (send, receive) = mpsc::channel(QUEUE);
    tokio::spawn(async move { tell(&live, ear, since, &send).await });
    Ok(Sse::new(ReceiverStream::new(receive)))
}

async fn ear(app: &App, caller: &Caller, slug: &str, live: &LiveStore) -> Result<Ear, Failure> {
    let opened = match caller.token() {
        Ok(_) => Some(reservation::opened(app, caller).await?),
        Err(_) => None,
    };
    let reservation = opened.filter(|(store, _)| store.id == live.id).map(|(_, id)| id);
    let staff = member(app, caller, slug).await?.is_some_and(|person| person.role.may(domain::access::Action::SeePickups));
    Ok(Ear { staff, reservation })
}

/// Until the reader is gone, or too slow.
async fn tell(live: &Arc<LiveStore>, ear: Ear, since: Option<i64>, send: &mpsc::Sender<Result<Event, Infallible>>) {
    let (mut news, mut closing) = (live.watch(), live.closing());
    let mut ping = tokio::time::interval(Duration::from_secs(u64::from(PING_SECONDS)));
    let mut renewed = live.renewed();
    let mut seen = since.unwrap_or_else(|| *news.borrow());
    let mut read = since.unwrap_or(renewed.borrow().0);
    loop {
        news.mark_unchanged();
        match live.events_after(seen) {
            // A backlog that would not fit the queue is told as a whole: reading anew is cheaper than being cut again and again.
            Some(events) if events.len() < QUEUE => {
                for kept in events {
                    seen = kept.seq;
                    // Whoever asks at this word should be given what it is about: it is told when the snapshot has it.
                    if kept.what == Happening::Catalogue {
                        continue;
                    }
                    if ear.hears(&kept) && send.try_send(Ok(happening(&kept))).is_err() {
                        return;
                    }
                }
            }
            _ => {
                seen = *news.borrow();
                if send.try_send(Ok(named(RESYNC, seen, &Resync { seq: seen }))).is_err() {
                    return;
                }
            }
        }
        let (at_seq, at) = *renewed.borrow_and_update();
        if read < at_seq {
            read = at_seq;
            let told = LiveEvent { seq: seen, at, what: Happening::Catalogue };
            if send.try_send(Ok(named(HAPPENING, seen, &told))).is_err() {
                return;
            }
        }
        tokio::select! {
            _ = closing.wait_for(|closed| *closed) => return,
            changed = news.changed() => if changed.is_err() { return },
            changed = renewed.changed() => if changed.is_err() { return },
            _ = ping.tick() => if send.try_send(Ok(Event::default().event(PING).data("{}"))).is_err() { return },
        }
    }
}

impl Ear {
    fn hears(self, kept: &Kept) -> bool {
        kept.audience == Audience::Public || self.staff || (kept.reservation.is_some() && kept.reservation == self.reservation)
    }
}

fn happening(kept: &Kept) -> Event {
    named(HAPPENING, kept.seq, &LiveEvent { seq: kept.seq, at: kept.at, what: kept.what.clone() })
}

fn named(name: &str, seq: i64, body: &impl serde::Serialize) -> Event {
    Event::default().event(name).id(seq.to_string()).data(serde_json::to_string(body).unwrap_or_default())
}
