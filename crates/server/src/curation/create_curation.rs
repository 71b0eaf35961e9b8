//! `POST /api/v1/stores/{store}/curation`

use super::act::{Act, Made};
use super::command::Order;
use super::words::{Words, sound};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::curation::Curation;
use api::curation::create_curation::CreateCuration;
use domain::ids::CollectionId;
use uuid::Uuid;

pub(super) async fn create_curation(app: App, caller: Caller, ask: CreateCuration) -> Result<Curation, Failure> {
    let CreateCuration { store, title, lead, sentence, curator, rule } = ask;
    let words = Words { title, lead, sentence };
    words.check()?;
    sound(rule.as_ref())?;
    let asked = ("create", &words.title, &words.lead, &words.sentence, curator, &rule);
    let order = Order::new(&app, &caller, &store, CollectionId::new(Uuid::now_v7()), None, &asked)?;
    order.answer(&Act::Create(Made { words, curator, rule: rule.clone() })).await
}
