//! What a store shows of a collection: members that it has in its range.

use super::card::card;
use super::get_product::is_in_range;
use crate::live::catalogue::Collection;
use crate::live::snapshot::Snapshot;
use api::catalog::Member;

pub(super) fn members(snapshot: &Snapshot, collection: &Collection) -> Vec<Member> {
    let known = collection.members.iter().filter_map(|(id, why)| Some((snapshot.catalogue.product(*id)?, why)));
    known
        .filter(|(product, _)| is_in_range(snapshot, product))
        .map(|(product, why)| Member { card: card(snapshot, product), why: why.clone() })
        .collect()
}
