use crate::serve::{Served, shop};
use api::planogram::{Map, ShelfGood};
use domain::Gtin;

async fn goods(shop: &Served, store: &str, g: &str) -> Vec<ShelfGood> {
    shop.get(&format!("/api/v1/stores/{store}/goods?g={g}")).await.json().await.expect("goods")
}

fn codes(goods: &[ShelfGood]) -> Vec<Gtin> {
    goods.iter().map(|good| good.gtin).collect()
}

#[tokio::test]
async fn a_list_is_answered_in_its_order_without_what_is_no_code_or_not_here() {
    let shop = shop().await;
    let map: Map = shop.get("/api/v1/stores/hongdae/planogram").await.json().await.expect("a map");
    let (first, second) = (map.goods[0].gtin, map.goods[1].gtin);
    let answered = goods(&shop, "hongdae", &format!("{second},x,,{first},96385074,{second}")).await;
    assert_eq!(codes(&answered), [second, first]);
    assert!(answered.iter().all(|good| good.price.is_some() && !good.name.is_empty()));
    assert_eq!(goods(&shop, "hongdae", "").await, []);
}

#[tokio::test]
async fn a_list_of_more_than_fifty_is_cut_there() {
    let shop = shop().await;
    let map: Map = shop.get("/api/v1/stores/hongdae/planogram").await.json().await.expect("a map");
    let all: Vec<Gtin> = map.goods.iter().map(|good| good.gtin).collect();
    assert!(all.len() > 50);
    let text = all.iter().map(Gtin::to_string).collect::<Vec<_>>().join(",");
    assert_eq!(codes(&goods(&shop, "hongdae", &text).await), all[..50]);
}
