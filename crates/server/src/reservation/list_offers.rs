//! `GET /api/v1/stores/{store}/offers`

use crate::app::App;
use crate::catalog::elsewhere::{elsewhere, others};
use crate::contract::Caller;
use crate::failure::Failure;
use crate::planogram::goods;
use crate::stores;
use api::planogram::ShelfGood;
use api::reservation::list_offers::ListOffers;
use api::reservation::{MOST_LINES, Offer};

pub(super) async fn list_offers(app: App, _: Caller, ask: ListOffers) -> Result<Vec<Offer>, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let others = others(&app, &snapshot);
    let offer = |good: ShelfGood| Offer {
        variant: good.variant,
        gtin: good.gtin,
        name: good.name,
        detail: good.detail,
        picture: good.picture,
        price: good.price,
        stock: good.stock,
        elsewhere: elsewhere(&others, good.variant),
    };
    Ok(goods(&snapshot, &ask.g, app.now()).take(MOST_LINES).map(offer).collect())
}
