//! Picture files that are named by code become an import like any other: a table of codes and kept pictures, which is written, reported
//! and taken back row by row.

use crate::media::Kept;
use crate::store::record::{self, Found};
use crate::store::{StoreError, Tx, media};
use api::endpoint::fill;
use api::page::MEDIA;
use domain::ids::{OrgId, ProductId};
use domain::import::PictureName;
use domain::{Gtin, Instant};
use std::collections::HashMap;

/// A picture that is kept, and what its file was called.
#[derive(Clone, Debug)]
pub struct Named {
    /// `8801234500258_2.jpg`.
    pub file: String,
    /// What it is.
    pub kept: Kept,
}

/// Where a picture belongs.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Which.
    pub named: Named,
    /// The code in its name.
    pub code: String,
    /// The product that the code leads to.
    pub product: Option<ProductId>,
    place: u32,
}

/// Finds whose pictures these are, in the order of codes and numbers, and remembers where each lies, so that a table may name it.
///
/// # Errors
/// When the database refuses.
pub async fn place(tx: &mut Tx, org: OrgId, pictures: Vec<Named>, now: Instant) -> Result<Vec<Placed>, StoreError> {
    let names: Vec<PictureName> = pictures.iter().filter_map(|one| PictureName::of(&one.file)).collect();
    let codes: Vec<String> =
        names.iter().flat_map(|name| [Some(&name.whole), name.numbered.as_ref().map(|(code, _)| code)]).flatten().cloned().collect();
    let known = Known::read(tx, org, &codes).await?;
    let mut placed: Vec<Placed> = pictures.into_iter().filter_map(|named| known.place(named)).collect();
    placed.sort_by(|one, other| (&one.code, one.place, &one.named.file).cmp(&(&other.code, other.place, &other.named.file)));
    for Placed { named, .. } in &placed {
        media::save(tx, org, &named.kept).await?;
        media::remember(tx, org, &source(&named.kept), &named.kept.hash, now).await?;
    }
    Ok(placed)
}

/// The table that is imported.
pub fn table(placed: &[Placed]) -> String {
    let row = |one: &Placed| format!("{},{}\n", quoted(&one.code), source(&one.named.kept));
    std::iter::once("sku,image\n".to_owned()).chain(placed.iter().map(row)).collect()
}

/// Where a kept picture is found, as a table names it.
fn source(kept: &Kept) -> String {
    fill(MEDIA, &[("hash", &kept.hash)])
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// What codes lead to.
struct Known {
    codes: Found,
    keys: HashMap<String, ProductId>,
}

impl Known {
    async fn read(tx: &mut Tx, org: OrgId, codes: &[String]) -> Result<Self, StoreError> {
        let gtins = codes.iter().filter_map(|code| code.parse::<Gtin>().ok()).map(|gtin| ("gtin", gtin.to_string()));
        let asked: Vec<(&str, String)> = codes.iter().map(|code| ("sku", code.clone())).chain(gtins).collect();
        Ok(Self { codes: record::by_code(tx, org, &asked).await?, keys: record::by_key(tx, org, codes).await? })
    }

    /// The whole name before a part of it; `None` for what is no picture's name.
    fn place(&self, named: Named) -> Option<Placed> {
        let PictureName { whole, numbered } = PictureName::of(&named.file)?;
        if let Some(product) = self.product(&whole) {
            return Some(Placed { named, code: whole, product: Some(product), place: 1 });
        }
        let (code, place) = numbered.filter(|(code, _)| self.product(code).is_some()).unwrap_or((whole, 1));
        Some(Placed { product: self.product(&code), named, code, place })
    }

    fn product(&self, code: &str) -> Option<ProductId> {
        let by = |kind: &str, code: String| self.codes.get(&(kind.to_owned(), code)).map(|(product, _)| *product);
        let by_gtin = || by("gtin", code.parse::<Gtin>().ok()?.to_string());
        self.keys.get(code).copied().or_else(|| by("sku", code.to_owned())).or_else(by_gtin)
    }
}
