//! `POST /api/v1/stores/{store}/calls`

use super::act::{Act, carry_out};
use super::{unknown, view};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::tries::place;
use crate::{store, stores};
use api::Code;
use api::call::Call;
use api::call::make_call::MakeCall;
use api::error::FieldProblem;
use domain::call::LONGEST_WORDS;

pub(super) async fn make_call(app: App, caller: Caller, ask: MakeCall) -> Result<Call, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let (snapshot, words) = (live.snapshot(), ask.words.trim().to_owned());
    let bad = |field, what| Failure::new(Code::BadInput, "a key of 32 hexadecimal digits, at most 120 characters").field(field, what);
    if ask.token.len() != 32 || !ask.token.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(bad("token", FieldProblem::Other));
    }
    if words.chars().count() > LONGEST_WORDS {
        return Err(bad("words", FieldProblem::TooLong));
    }
    // Never given back: each call is one.
    let _said = app.said_tries().begin(format!("call {}", place(caller.peer())))?;
    let device = app.secret().device_hash(&ask.token);
    let key = Key::new(format!("call:{}:{device}", live.id), caller.key()?, &(ask.slot, ask.gtin, ask.wish, &words));
    // What this shop does not know helps nobody who comes, and is no reason not to come.
    let slot = ask.slot.filter(|slot| snapshot.slots.contains_key(slot));
    let variant = ask.gtin.and_then(|gtin| snapshot.catalogue.by_gtin(gtin));
    let act = Act::Make { device, slot, variant, wish: ask.wish, words };
    let id = carry_out(&app, &live, &key, &act).await?;
    let kept = store::call::get(&mut app.store().read().await?, live.id, id).await?.ok_or_else(unknown)?;
    Ok(view::call(&snapshot, kept))
}
