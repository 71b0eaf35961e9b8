use crate::serve::{Served, shop};
use api::planogram::SlotPlace;
use api::{Code, Problem};
use domain::crockford::SlotCode;
use domain::ids::VariantId;
use domain::planogram::{Planogram, Slot};
use server::live::LiveStore;
use server::store::{event, planogram};
use std::sync::Arc;
use std::time::Duration;

fn flagship(shop: &Served) -> Arc<LiveStore> {
    shop.app.live().store("hongdae").expect("the flagship")
}

/// Publishes what `edit` makes of the live plan, and waits until shoppers see it.
async fn publish(shop: &Served, edit: impl Fn(&mut Slot), drop: Option<SlotCode>) {
    let live = flagship(shop);
    let mut plan: Planogram = live.snapshot().planogram.as_deref().expect("a plan").clone();
    plan.revision += 1;
    let revision = plan.revision;
    for shelf in plan.floors.iter_mut().flat_map(|floor| &mut floor.fixtures).flat_map(|fixture| &mut fixture.shelves) {
        shelf.slots.iter_mut().for_each(&edit);
        shelf.slots.retain(|slot| Some(slot.code) != drop);
    }
    let mut tx = shop.app.store().begin().await.expect("a transaction");
    planogram::publish(&mut tx, live.id, &plan, shop.app.now()).await.expect("a publication");
    event::append(&mut tx, live.id, shop.app.now(), &[api::event::Happening::Planogram { revision }]).await.expect("an event");
    tx.commit().await.expect("a commit");
    shop.app.live().wake();
    let mut word = live.watch();
    while live.snapshot().planogram.as_deref().is_none_or(|plan| plan.revision != revision) {
        tokio::time::timeout(Duration::from_secs(30), word.changed()).await.expect("word").expect("the node follows");
    }
}

async fn place(shop: &Served, slot: SlotCode, gtin: Option<&str>) -> SlotPlace {
    let query = gtin.map(|gtin| format!("?gtin={gtin}")).unwrap_or_default();
    shop.get(&format!("/api/v1/slots/{slot}{query}")).await.json().await.expect("a place")
}

fn gtin(shop: &Served, variant: VariantId) -> String {
    flagship(shop).snapshot().catalogue.variant(variant).expect("a variant").1.gtin.to_string()
}

/// A slot with one product, and a variant of another product.
fn slot_and_stranger(shop: &Served) -> (SlotCode, VariantId, VariantId) {
    let snapshot = flagship(shop).snapshot();
    let product = |variant: VariantId| snapshot.catalogue.variant(variant).expect("a variant").0.id;
    let plan = snapshot.planogram.as_deref().expect("a plan");
    let slot = plan.slots().find(|slot| slot.facings.len() == 1).expect("a slot");
    let variant = slot.facings[0].variant;
    let other = plan.slots().flat_map(|slot| &slot.facings).map(|facing| facing.variant).find(|other| product(*other) != product(variant));
    (slot.code, variant, other.expect("another product"))
}

#[tokio::test]
async fn a_label_is_told_when_its_shelf_holds_something_else_by_now() {
    let shop = shop().await;
    let (slot, variant, other) = slot_and_stranger(&shop);
    let (printed, stranger) = (gtin(&shop, variant), gtin(&shop, other));
    let now = place(&shop, slot, Some(&printed)).await;
    assert_eq!((now.changed, now.retired, now.printed, now.store.as_str()), (false, false, None, "hongdae"));
    publish(&shop, |of| of.facings.iter_mut().filter(|_| of.code == slot).for_each(|facing| facing.variant = other), None).await;
    let now = place(&shop, slot, Some(&printed)).await;
    assert_eq!((now.changed, now.printed.map(|good| good.gtin.to_string())), (true, Some(printed.clone())));
    assert_eq!(now.goods.iter().map(|good| good.variant).collect::<Vec<_>>(), [other]);
    assert!(!place(&shop, slot, Some(&stranger)).await.changed);
    assert!(!place(&shop, slot, None).await.changed, "a label of the slot alone names no product");
    let unknown = place(&shop, slot, Some("04006381333931")).await;
    assert_eq!((unknown.changed, unknown.printed), (true, None));
    for (gtin, first) in [(&printed, false), (&stranger, true)] {
        let html = shop.get(&format!("/01/{gtin}?q={slot}")).await.text().await.expect("a page");
        assert_eq!(html.contains("id=\"first-reply\""), first, "nothing stands there that would have to go again");
    }
}

#[tokio::test]
async fn another_size_of_what_the_label_names_is_no_change() {
    let shop = shop().await;
    let snapshot = flagship(&shop).snapshot();
    let plan = snapshot.planogram.as_deref().expect("a plan");
    let sister = plan.slots().find_map(|slot| {
        let standing: Vec<_> = slot.facings.iter().map(|facing| facing.variant).collect();
        let (product, _) = snapshot.catalogue.variant(*standing.first()?)?;
        product.variants.iter().find(|variant| !standing.contains(&variant.id)).map(|variant| (slot.code, variant.gtin.to_string()))
    });
    let (slot, gtin) = sister.expect("a slot without all of its sizes");
    assert!(!place(&shop, slot, Some(&gtin)).await.changed);
}

#[tokio::test]
async fn a_slot_that_left_the_plan_remembers_what_stood_there_and_an_empty_one_is_no_stranger() {
    let shop = shop().await;
    let (slot, variant, _) = slot_and_stranger(&shop);
    publish(&shop, |of| of.facings.retain(|_| of.code != slot), None).await;
    let empty = place(&shop, slot, None).await;
    assert_eq!((empty.retired, empty.goods), (false, Vec::new()));
    let facing = domain::planogram::Facing { variant, wide: 1, high: 1, deep: 1 };
    publish(&shop, |of| of.facings.extend((of.code == slot).then_some(facing)), None).await;
    publish(&shop, |_| {}, Some(slot)).await;
    let retired = place(&shop, slot, None).await;
    assert_eq!((retired.retired, retired.store.as_str()), (true, "hongdae"));
    assert_eq!(retired.goods.iter().map(|good| good.variant).collect::<Vec<_>>(), [variant]);
    let never: Problem = shop.get("/api/v1/slots/7K2M9QXA").await.json().await.expect("a problem");
    assert_eq!(never.code, Code::NoSuchSlot);
}
