//! Pictures that were sent one by one become a file.

use super::super::file;
use super::super::pictures::{self, Named, Placed};
use super::place;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::store::{Tx, media};
use api::Code;
use api::error::FieldProblem;
use api::import::gather_pictures::GatherPictures;
use api::import::{Gathered, GatheredPicture, SentPicture};
use domain::ids::{ImportId, OrgId};
use domain::import::PictureName;
use uuid::Uuid;

const MOST: usize = 1_000;
/// Characters of a file's name.
const LONGEST: usize = 255;

pub(super) async fn gather_pictures(app: App, _: Caller, ask: GatherPictures) -> Result<Gathered, Failure> {
    let (live, org) = place(&app, &ask.store)?;
    if !(1..=MOST).contains(&ask.pictures.len()) {
        return Err(bad("1 to 1,000 pictures", FieldProblem::OutOfRange));
    }
    let mut tx = app.store().begin().await?;
    let mut named = Vec::with_capacity(ask.pictures.len());
    for sent in ask.pictures {
        named.push(kept(&mut tx, org, sent).await?);
    }
    let placed = pictures::place(&mut tx, org, named, app.now()).await?;
    let id = ImportId::new(Uuid::now_v7());
    file::write(&file::path(app.data(), live.id, id), pictures::table(&placed).as_bytes()).await?;
    tx.commit().await?;
    let snapshot = live.snapshot();
    Ok(Gathered { file: id, pictures: placed.into_iter().map(|one| told(&snapshot, one)).collect() })
}

async fn kept(tx: &mut Tx, org: OrgId, SentPicture { name, hash }: SentPicture) -> Result<Named, Failure> {
    if PictureName::of(&name).is_none() || name.chars().count() > LONGEST {
        return Err(bad("a name is a code and .jpg, .png, .webp or .gif", FieldProblem::Other));
    }
    let kept = media::find(tx, org, &hash).await?;
    Ok(Named { file: name, kept: kept.ok_or_else(|| bad("a picture is sent before it is gathered", FieldProblem::Other))? })
}

fn told(snapshot: &Snapshot, Placed { named, product, .. }: Placed) -> GatheredPicture {
    let name = |id| snapshot.catalogue.product(id).map(|product| product.name.clone()).unwrap_or_default();
    GatheredPicture { product: product.map(name), picture: named.kept.picture(), name: named.file }
}

fn bad(detail: &str, what: FieldProblem) -> Failure {
    Failure::new(Code::BadInput, detail).field("pictures", what)
}
