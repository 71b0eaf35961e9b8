//! `POST /api/v1/stores/{store}/products/{gtin}/note`

use crate::app::App;
use crate::catalog::get_product::in_range;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::{catalog, text};
use crate::stores;
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use api::catalog::write_note::WriteNote;
use api::error::FieldProblem;
use api::event::Happening;
use domain::ids::{PersonId, ProductId};
use domain::{Text, note};

pub(super) async fn write_note(app: App, caller: Caller, ask: WriteNote) -> Result<(), Failure> {
    let (live, by) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    let product = in_range(&live.snapshot(), ask.gtin)?.id;
    let mut words = Text::default();
    for (language, line) in ask.text.iter() {
        let too_long = || Failure::new(Code::BadInput, "at most 140 characters").field("text", FieldProblem::TooLong);
        let line = note::plain(line).ok_or_else(too_long)?;
        if !line.is_empty() {
            words.set(language, line);
        }
    }
    let key = Key::new(format!("person:{by}"), caller.key()?, &("note", product, &words));
    retry(|| once(&app, &live, &key, product, by, &words)).await
}

async fn once(app: &App, live: &LiveStore, key: &Key, product: ProductId, by: PersonId, words: &Text) -> Result<(), Trouble> {
    let mut work = Work::begin(app, live).await?;
    if key.take(&mut work).await?.is_some() {
        return Ok(());
    }
    let org = live.snapshot().store.org;
    text::forget(&mut work.tx, org, "product", product, "note").await?;
    text::save(&mut work.tx, org, "product", product, "note", words).await?;
    catalog::set_note(&mut work.tx, org, product, (!words.is_empty()).then_some(by), work.now).await?;
    work.happened_everywhere(Happening::Catalogue);
    key.settle(work, Ok((product.uuid(), ()))).await
}
