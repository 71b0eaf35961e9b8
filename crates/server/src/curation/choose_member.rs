//! `POST /api/v1/stores/{store}/curation/{curation}/choices`

use super::act::Act;
use super::command::Order;
use super::words::reasoned;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::choice::Kind;
use api::Code;
use api::curation::choose_member::ChooseMember;
use api::curation::{Choose, Curation};

pub(super) async fn choose_member(app: App, caller: Caller, ask: ChooseMember) -> Result<Curation, Failure> {
    let ChooseMember { store, curation, product, choose, reason } = ask;
    if choose != Choose::Leave {
        reasoned(&reason)?;
    }
    let asked = ("choose", product, choose, &reason);
    let order = Order::new(&app, &caller, &store, curation, Some(caller.version()?), &asked)?;
    if order.live.snapshot().catalogue.product(product).is_none() {
        return Err(Failure::new(Code::NotInRange, "not in this shop's range").param("product", product));
    }
    let reason = reason.clone();
    let act = match choose {
        Choose::Pin => Act::Choose { product, kind: Kind::Pin, reason },
        Choose::Exclude => Act::Choose { product, kind: Kind::Exclude, reason },
        Choose::Leave => Act::Leave(product),
    };
    order.answer(&act).await
}
