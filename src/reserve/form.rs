//! From a product to a ticket: how many, then a name while they are held. Nothing is claimed before the visitor presses.

mod booking;
mod held;
mod name;
mod quantity;
mod shortage;

use crate::i18n::t;
use crate::live::{Follow, Heard, use_live};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::heading::Heading;
use crate::ui::icon::{Icon, Shape};
use crate::ui::skeleton::LinesSkeleton;
use api::catalog::get_product::GetProduct;
use api::event::Happening;
use booking::Booking;
use domain::Gtin;

/// `/s/{store}/p/{gtin}/reserve`
#[component]
pub fn ReservePage(
    /// In links.
    store: String,
    /// The variant's code.
    gtin: Gtin,
) -> Markup {
    let booking = Booking::new(store.clone(), gtin);
    let (asked, back) = (store.clone(), Route::Product { store: store.clone(), gtin, at: None }.href());
    let product = use_load(move || GetProduct { store: asked.clone(), gtin });
    let live = use_live(move || Some(Follow { store: store.clone(), since: None, token: booking.token() }));
    live.on_happening(move |heard| match heard {
        Heard::Resync => {
            product.reload();
            booking.look_again();
        }
        Heard::Event(event) => match &event.what {
            Happening::Stock { variant, available, .. } => product.update(|product| {
                if let Some(of) = product.variants.iter_mut().find(|of| of.id == *variant) {
                    of.stock.available = *available;
                }
            }),
            Happening::Reservation { .. } => booking.look_again(),
            Happening::Pause => product.reload(),
            _ => {}
        },
    });
    // The figure on the page was wrong, or has changed by what was done here.
    Effect::new(move |_| {
        if booking.has_moved_stock() {
            product.reload();
        }
    });
    view! {
        <div class="page reserve">
            <p><a class="reserve__back" href=back><Icon shape=Shape::Back/>{t!(reserve.back)}</a></p>
            <Heading text=t!(reserve.title)/>
            <Loaded load=product skeleton=|| view! { <LinesSkeleton count=6/> } let:product>
                <quantity::What booking product/>
                <Step booking product/>
            </Loaded>
        </div>
    }
}

/// One step at a time; what is typed belongs to the page and outlives them.
#[component]
fn Step(booking: Booking, product: Signal<api::catalog::Product>) -> Markup {
    let is_held = Memo::new(move |_| booking.is_held());
    live(move || match is_held.get() {
        true => view! { <name::NameStep booking/> },
        false => view! { <quantity::QuantityStep booking product/> },
    })
}
