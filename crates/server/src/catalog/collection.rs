//! What a store shows of a collection: members that it has in its range.

use super::card::card;
use super::get_product::is_in_range;
use crate::live::curated::{Explained, Shown};
use crate::live::snapshot::Snapshot;
use api::catalog::Member;

pub(super) fn members(snapshot: &Snapshot, shown: &Shown) -> Vec<Member> {
    let member = |one: &Explained| {
        let product = snapshot.catalogue.product(one.member.product).filter(|product| is_in_range(snapshot, product))?;
        Some(Member { card: card(snapshot, product), why: shown.set.words_about(product.id), because: one.because.clone() })
    };
    shown.members.iter().filter_map(member).collect()
}
