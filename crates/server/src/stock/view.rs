//! The books as the desk sees them: the figures are the ledger's, not the snapshot's.

use crate::count;
use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::pickup::view::gtin;
use crate::store::shortfall::{self, Kept, Waiting};
use crate::store::{self, Reader, movement, stock};
use api::stock::{MovedBy, MovementLine, Owner, ShortOrder, Shortfall, StaffNote, StockCard, StockSibling};
use domain::ids::{PersonId, VariantId};

pub(super) async fn card(snapshot: &Snapshot, reader: &mut Reader, variant: VariantId) -> Result<StockCard, Failure> {
    let store = snapshot.store.id;
    let figure = stock::figure_of(reader, store, variant).await?.map(|(_, figure)| figure).unwrap_or_default();
    let check = store::count::latest(reader, store, variant).await?.map(|task| count::view::check(snapshot, &task));
    let short = match shortfall::of(reader, store, variant).await? {
        Some(kept) => Some(shortfall(snapshot, reader, kept).await?),
        None => None,
    };
    let Some((product, known)) = snapshot.catalogue.variant(variant) else {
        return Err(Failure::new(api::Code::NotInRange, "it left the catalogue"));
    };
    let others = product.variants.iter().filter(|other| other.id != variant && snapshot.stock.contains_key(&other.id));
    let sibling = |other: &crate::live::catalogue::Variant| StockSibling {
        gtin: other.gtin,
        detail: other.detail(),
        available: snapshot.available(other.id),
    };
    Ok(StockCard {
        variant,
        product: product.id,
        gtin: known.gtin,
        title: product.name.clone(),
        detail: known.detail(),
        picture: known.pictures.first().cloned(),
        stock: figure.stock,
        as_of: figure.changed_at,
        locations: snapshot.locations_of(variant).to_vec(),
        check,
        shortfall: short,
        others: others.map(sibling).collect(),
        note: product.note.as_ref().map(|note| StaffNote { name: note.name.clone(), text: note.text.clone() }),
    })
}

pub(super) async fn shortfall(snapshot: &Snapshot, reader: &mut Reader, kept: Kept) -> Result<Shortfall, Failure> {
    let waiting = shortfall::waiting(reader, snapshot.store.id, kept.variant).await?;
    let known = snapshot.catalogue.variant(kept.variant);
    let order = |Waiting { reservation, number, state, units }| ShortOrder { reservation, number, state, units };
    Ok(Shortfall {
        id: kept.id,
        gtin: gtin(snapshot, kept.variant),
        title: known.map(|(product, _)| product.name.clone()).unwrap_or_default(),
        detail: known.map(|(_, variant)| variant.detail()).unwrap_or_default(),
        picture: known.and_then(|(_, variant)| variant.pictures.first().cloned()),
        units: kept.units,
        opened_at: kept.opened_at,
        owner: kept.owner.map(|person| Owner { person, name: name(snapshot, person) }),
        orders: waiting.into_iter().map(order).collect(),
    })
}

pub(super) fn movement(snapshot: &Snapshot, line: movement::Kept) -> MovementLine {
    let person = line.actor.parse::<PersonId>().ok();
    let by = match line.actor.as_str() {
        _ if person.is_some() => MovedBy::Person,
        "shopper" => MovedBy::Shopper,
        "clock" => MovedBy::Clock,
        "import" => MovedBy::Import,
        _ => MovedBy::Other,
    };
    MovementLine {
        id: line.id,
        at: line.at,
        quantity: line.transfer.quantity,
        from: line.transfer.from,
        to: line.transfer.to,
        reason: line.transfer.reason,
        by,
        name: person.map(|person| name(snapshot, person)),
        number: line.number,
    }
}

fn name(snapshot: &Snapshot, person: PersonId) -> domain::Text {
    snapshot.catalogue.people.get(&person).cloned().unwrap_or_default()
}
