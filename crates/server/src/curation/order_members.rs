//! `POST /api/v1/stores/{store}/curation/{curation}/order`

use super::act::Act;
use super::command::Order;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::Code;
use api::curation::Curation;
use api::curation::order_members::OrderMembers;
use api::error::FieldProblem;
use std::collections::BTreeSet;

const MOST: usize = 200;

pub(super) async fn order_members(app: App, caller: Caller, ask: OrderMembers) -> Result<Curation, Failure> {
    let OrderMembers { store, curation, products } = ask;
    let each_once = products.iter().collect::<BTreeSet<_>>().len() == products.len();
    if products.len() > MOST || !each_once {
        return Err(Failure::new(Code::BadInput, "at most 200 products, each once").field("products", FieldProblem::OutOfRange));
    }
    let order = Order::new(&app, &caller, &store, curation, Some(caller.version()?), &("order", &products))?;
    order.answer(&Act::Order(products.clone())).await
}
