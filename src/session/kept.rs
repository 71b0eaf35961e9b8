//! The reservations of this phone, without an account: what opens each, and its ticket as it was seen last, to be read without a
//! network. A kiosk keeps none.

use super::kiosk::is_kiosk;
use crate::browser::{clock, storage};
use crate::client::{Sending, decode, prepare};
use api::reservation::Ticket;
use api::reservation::get_ticket::GetTicket;
use domain::reservation::State;
use domain::{Instant, Span};
use leptos::task::spawn_local;

/// Tokens with blanks between, the newest first.
const TOKENS: &str = "tickets";
/// What has ended is of interest for a few days more.
const ENDED: Span = Span::hours(3 * 24);
const MOST: usize = 50;

/// A ticket as it was seen last.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Opens the reservation.
    pub token: String,
    /// When it was seen; of one that has ended, when that was seen first.
    pub at: Instant,
    /// What it said.
    pub ticket: Ticket,
}

/// Whether there are any.
pub fn any() -> bool {
    storage::local(TOKENS).is_some()
}

/// All, the newest first. What ended days ago goes.
pub fn all() -> Vec<Kept> {
    let now = clock::now();
    let (kept, old): (Vec<Kept>, Vec<Kept>) =
        tokens().iter().filter_map(|token| of(token)).partition(|kept| !kept.ticket.state.is_terminal() || now.since(kept.at) < ENDED);
    old.iter().for_each(|kept| forget(&kept.token));
    kept
}

/// The one that a token opens.
pub fn of(token: &str) -> Option<Kept> {
    let (at, text) = parts(token)?;
    Some(Kept { token: token.to_owned(), at, ticket: decode(&text).ok()? })
}

/// Keeps it as it is now. A hold without a name is no reservation yet.
pub fn remember(token: &str, ticket: &Ticket) {
    if is_kiosk() || matches!(ticket.state, State::Held | State::Expired) {
        return;
    }
    match (of(token), parts(token)) {
        (Some(kept), Some((_, text))) if kept.ticket.version == ticket.version => {
            if !ticket.state.is_terminal() {
                write(token, &text);
            }
        }
        _ => spawn_local(keep_reply(token.to_owned())),
    }
}

/// The reply's own text: to write one out would cost as much as all the rest of this.
async fn keep_reply(token: String) {
    let Ok(ask) = prepare(GetTicket {}, Sending { token: Some(token.clone()), ..Sending::default() }) else { return };
    let Ok(text) = ask.exchange().await else { return };
    write(&token, &text);
    let mut tokens = tokens();
    if !tokens.contains(&token) {
        tokens.insert(0, token);
        tokens.drain(MOST.min(tokens.len())..).for_each(|token| storage::remove_local(&key(&token)));
        storage::set_local(TOKENS, &tokens.join(" "));
    }
}

fn write(token: &str, text: &str) {
    storage::set_local(&key(token), &[&clock::now().millis().to_string(), " ", text].concat());
}

/// When, and the reply.
fn parts(token: &str) -> Option<(Instant, String)> {
    let text = storage::local(&key(token))?;
    let (at, reply) = text.split_once(' ')?;
    Some((Instant::from_millis(at.parse().ok()?), reply.to_owned()))
}

/// Forgets it; the reservation stands as it is.
pub fn forget(token: &str) {
    storage::remove_local(&key(token));
    let left: Vec<String> = tokens().into_iter().filter(|known| known != token).collect();
    match left.is_empty() {
        true => storage::remove_local(TOKENS),
        false => storage::set_local(TOKENS, &left.join(" ")),
    }
}

fn tokens() -> Vec<String> {
    storage::local(TOKENS).map(|text| text.split(' ').map(str::to_owned).collect()).unwrap_or_default()
}

fn key(token: &str) -> String {
    ["ticket ", token].concat()
}
