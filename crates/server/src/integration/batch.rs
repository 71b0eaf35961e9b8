//! The way that every batch takes.

use super::letters::Kept;
use super::reading::{Shop, row};
use crate::app::App;
use crate::command::{Key, Outcome};
use crate::connections::known::System;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::import::write::{Told, Writer};
use crate::import::{Row, Terms};
use crate::store::import::{self, Import, ImportState};
use crate::store::{StoreError, Tx, stores};
use crate::trouble::{Trouble, retry};
use api::Code;
use api::error::FieldProblem;
use api::integration::{Batch, ItemFlag, ItemResult, Items, MOST};
use domain::ids::BatchId;
use domain::import::{Entry, Flag};
use domain::{Instant, Language};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Reads a batch's items by `read` and writes those that are not refused.
pub(super) async fn push<T: DeserializeOwned>(
    app: &App,
    caller: &Caller,
    kind: &'static str,
    items: Items<T>,
    read: impl Fn(T, &mut super::reading::Reading<'_>) -> Vec<Entry>,
) -> Result<Batch, Failure> {
    let system = caller.system()?;
    if items.raw.is_empty() || items.raw.len() > MOST {
        let failure = Failure::new(Code::BadInput, format!("a batch has 1 to {MOST} items")).param("atMost", MOST);
        return Err(failure.field("items", FieldProblem::OutOfRange));
    }
    let key = Key::new(format!("key:{}", system.id), caller.key()?, &(kind, &items));
    let shop = Shop::of(app, system.org);
    let rows: Vec<Row> = (1..).zip(items.raw).map(|(number, item)| row(number, item, &shop, &read)).collect();
    let batch = retry(|| async {
        // Two that made the same thing at once: the second finds it made.
        match attempt(app, system, &key, kind, &rows).await {
            Err(Trouble::Store(StoreError::Taken)) => Err(StoreError::Conflict.into()),
            other => other,
        }
    })
    .await?;
    app.live().wake();
    Ok(batch)
}

async fn attempt(app: &App, system: System, key: &Key, kind: &str, rows: &[Row]) -> Result<Batch, Trouble> {
    let mut tx = app.store().begin().await?;
    let now = app.now();
    if let Some(before) = key.take_in(&mut tx, now).await? {
        return again(&mut tx, system, before).await;
    }
    let id = Uuid::now_v7();
    let kept = stores::all(&mut tx).await?;
    let of_org = kept.iter().find(|store| store.org == system.org);
    let language = of_org.and_then(|store| store.languages.first()).copied().unwrap_or(Language::KO);
    let mut writer = Writer::fresh(app.store().clone(), Terms::new(id, system.org, &kept, None, language, "", now));
    let told = writer.write_told(&mut tx, rows).await?;
    list(&mut tx, system, &writer, kind, &told, now).await?;
    key.keep_in(&mut tx, &Outcome::Done(id)).await?;
    tx.commit().await?;
    Ok(Batch { batch: BatchId::new(id), items: results(told.into_iter().map(|Told { outcome, flags }| (outcome, flags))) })
}

/// Lists it among the imports.
async fn list(tx: &mut Tx, system: System, writer: &Writer, kind: &str, told: &[Told], now: Instant) -> Result<(), Trouble> {
    let settings = Kept::new(kind, told.iter().map(|told| told.outcome));
    let count = import::Count { rows_total: writer.count.rows_done, ..writer.count };
    let import = Import {
        id: writer.terms().id,
        store: None,
        file_name: kind.to_owned(),
        file_hash: String::new(),
        format: "api".to_owned(),
        settings: serde_json::to_string(&settings).map_err(Failure::internal)?,
        state: ImportState::Running,
        actor: system.id.to_string(),
        started_at: now,
        ended_at: None,
        count,
    };
    import::begin(tx, system.org, &import).await?;
    Ok(import::progress(tx, system.org, import.id, &count, ImportState::Done, Some(now)).await?)
}

/// The first answer to a key that comes again.
async fn again(tx: &mut Tx, system: System, id: Uuid) -> Result<Batch, Trouble> {
    let gone = || StoreError::Corrupt(format!("batch {id} is gone"));
    let import = import::find(tx, system.org, id).await?.ok_or_else(gone)?;
    let kept: Kept = serde_json::from_str(&import.settings).map_err(|_| gone())?;
    let mut items: Vec<_> = kept.outcomes().map(|outcome| (outcome, Vec::new())).collect();
    for found in import::flags(tx, system.org, id, 0, u32::MAX).await? {
        let place = usize::try_from(found.row).ok().and_then(|row| row.checked_sub(1));
        if let Some((_, flags)) = place.and_then(|place| items.get_mut(place)) {
            flags.push(found.flag);
        }
    }
    Ok(Batch { batch: BatchId::new(id), items: results(items.into_iter()) })
}

fn results(items: impl Iterator<Item = (api::integration::Outcome, Vec<Flag>)>) -> Vec<ItemResult> {
    let flag = |Flag { column, value, reason }| ItemFlag { column, value, reason };
    (0..).zip(items).map(|(index, (outcome, flags))| ItemResult { index, outcome, flags: flags.into_iter().map(flag).collect() }).collect()
}
