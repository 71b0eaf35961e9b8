//! `POST /api/v1/stores/{store}/curation/{curation}`

use super::act::{Act, Made};
use super::command::Order;
use super::words::{Words, sound};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::curation::Curation;
use api::curation::change_curation::ChangeCuration;

pub(super) async fn change_curation(app: App, caller: Caller, ask: ChangeCuration) -> Result<Curation, Failure> {
    let ChangeCuration { store, curation, title, lead, sentence, curator, rule } = ask;
    let words = Words { title, lead, sentence };
    words.check()?;
    sound(rule.as_ref())?;
    let asked = ("change", &words.title, &words.lead, &words.sentence, curator, &rule);
    let order = Order::new(&app, &caller, &store, curation, Some(caller.version()?), &asked)?;
    order.answer(&Act::Change(Made { words, curator, rule: rule.clone() })).await
}
