//! The live-event stream of a store: resumes where it was cut, starts over on a resync, and says how fresh the screen is.
//!
//! One stream a page. Absent so far: sharing one stream among a browser's tabs.

use crate::browser::clock::{back_off, now, sleep};
use crate::client::{decode, open_events};
use crate::prelude::*;
use api::endpoint::fill;
use api::event::{self, LiveEvent, Resync};
use domain::Instant;
use futures::future::{Either, select};
use leptos::task::spawn_local_scoped_with_cancellation;
use std::time::Duration;

/// Three pings missed: the link is dead.
const SILENCE: Duration = Duration::from_secs(3 * event::PING_SECONDS as u64);
/// The longest pause between two tries.
const PAUSE: Duration = Duration::from_secs(30);

/// Which stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    /// The store, in links.
    pub store: String,
    /// The last event's number that the page knows. Without one the page is told to read everything anew once the stream is open.
    pub since: Option<i64>,
    /// A reservation's token, to hear of it as well.
    pub token: Option<String>,
}

/// How fresh the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// Not open yet.
    Opening,
    /// Open; last heard then.
    Live(Instant),
    /// Dead since then; figures may be old.
    Lost(Instant),
}

/// What a page hears.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Something happened.
    Event(LiveEvent),
    /// Too much was missed: read everything anew.
    Resync,
}

/// A page's stream.
#[derive(Clone, Copy)]
pub struct Live {
    link: RwSignal<LinkState>,
    listeners: StoredValue<Vec<Listener>>,
}

type Listener = std::rc::Rc<dyn Fn(&Heard)>;

impl Live {
    /// How fresh the screen is.
    pub fn link(self) -> Signal<LinkState> {
        self.link.into()
    }

    /// Calls back for everything heard, while the page stays.
    pub fn on_happening(self, callback: impl Fn(&Heard) + 'static) {
        self.listeners.update_value(|listeners| listeners.push(std::rc::Rc::new(callback)));
    }

    fn tell(self, heard: &Heard) {
        // The list is copied: a listener may add another.
        let listeners = self.listeners.try_with_value(Vec::clone).unwrap_or_default();
        listeners.iter().for_each(|listener| listener(heard));
    }

    fn hears(self) {
        self.link.try_set(LinkState::Live(now()));
    }

    fn loses(self) {
        self.link.try_update(|link| {
            if !matches!(link, LinkState::Lost(_)) {
                *link = LinkState::Lost(now());
            }
        });
    }
}

/// Follows a store's events while the page stays; `None` waits. A change of `which` opens another stream.
pub fn use_live(which: impl Fn() -> Option<Follow> + Send + Sync + 'static) -> Live {
    let live = Live { link: RwSignal::new(LinkState::Opening), listeners: StoredValue::new(Vec::new()) };
    let which = Memo::new(move |_| which());
    Effect::new(move |_| {
        if let Some(follow) = which.get() {
            spawn_local_scoped_with_cancellation(stay(live, follow));
        }
    });
    live
}

async fn stay(live: Live, mut follow: Follow) {
    let mut tries = 0;
    loop {
        if listen(live, &mut follow).await {
            tries = 0;
        }
        live.loses();
        sleep(back_off(tries, PAUSE)).await;
        tries += 1;
    }
}

/// Reads one connection to its end; true when anything was heard.
async fn listen(live: Live, follow: &mut Follow) -> bool {
    let Ok((mut stream, _abort)) = open_events(address(follow), follow.token.clone()).await else { return false };
    live.hears();
    if follow.since.is_none() {
        live.tell(&Heard::Resync);
    }
    let mut heard_any = false;
    loop {
        let next = Box::pin(stream.next());
        let frame = match select(next, Box::pin(sleep(SILENCE))).await {
            Either::Left((Some(frame), _)) => frame,
            _ => return heard_any,
        };
        heard_any = true;
        live.hears();
        match frame.event.as_str() {
            event::HAPPENING => {
                if let Ok(event) = decode::<LiveEvent>(&frame.data) {
                    follow.since = Some(event.seq);
                    live.tell(&Heard::Event(event));
                }
            }
            event::RESYNC => {
                if let Ok(resync) = decode::<Resync>(&frame.data) {
                    follow.since = Some(resync.seq);
                }
                live.tell(&Heard::Resync);
            }
            _ => {}
        }
    }
}

fn address(follow: &Follow) -> String {
    let path = fill(event::PATH, &[("store", &follow.store)]);
    match follow.since {
        Some(seq) => format!("{path}?since={seq}"),
        None => path,
    }
}
