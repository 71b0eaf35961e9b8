//! From one product or a whole list to a ticket: how many, then a name while they are held. Nothing is claimed before the visitor
//! presses.

mod booking;
mod contact;
mod counts;
mod goods;
mod held;
mod name;
mod shortage;
mod wanted;

use crate::client::Sending;
use crate::i18n::t;
use crate::live::{Follow, Heard, LinkState, use_live};
use crate::load::{Loaded, use_load_with};
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_here;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::icon::{Icon, Shape};
use crate::ui::skeleton::LinesSkeleton;
use api::event::Happening;
use api::reservation::Offer;
use api::reservation::list_offers::ListOffers;
use booking::Booking;
use domain::Gtin;

/// `/s/{store}/reserve?g=…`
#[component]
pub fn ReservePage(
    /// In links.
    store: String,
) -> Markup {
    let store = StoredValue::new(store);
    let wanted = booking::use_wanted();
    let codes = Memo::new(move |_| wanted.with(|all| all.iter().map(|one| one.gtin).collect::<Vec<_>>()));
    let offers = use_load_with(move || {
        let g = codes.get().iter().map(Gtin::to_string).collect::<Vec<_>>().join(",");
        (!g.is_empty()).then(|| (ListOffers { store: store.get_value(), g }, Sending::default()))
    });
    let booking = Booking::new(store.get_value(), wanted, offers);
    let here = use_here();
    let events = use_live(move || Some(Follow { store: store.get_value(), since: None, token: booking.token() }));
    events.on_happening(move |heard| match heard {
        Heard::Resync => {
            offers.reload();
            booking.look_again();
        }
        Heard::Event(event) => match &event.what {
            Happening::Stock { variant, available, held_until } => {
                let change = |offer: &mut Offer| {
                    (offer.stock.available, offer.stock.held_until, offer.stock.as_of) = (*available, *held_until, event.at);
                };
                offers.update(|offers| offers.iter_mut().filter(|offer| offer.variant == *variant).for_each(change));
            }
            Happening::Reservation { .. } => booking.look_again(),
            Happening::Pause => here.store.reload(),
            _ => {}
        },
    });
    let link = events.link();
    let is_empty = Memo::new(move |_| codes.with(Vec::is_empty));
    let body = live(move || match is_empty.get() {
        true => view! { <Nothing store/> },
        false => view! {
            <Loaded load=offers skeleton=|| view! { <LinesSkeleton count=6/> } let:offers>
                <Step booking offers link/>
            </Loaded>
        },
    });
    view! {
        <div class="page form-page">
            <Back store codes/>
            <Heading text=t!(reserve.title)/>
            {body}
        </div>
    }
}

/// To what it was chosen on.
#[component]
fn Back(store: StoredValue<String>, codes: Memo<Vec<Gtin>>) -> Markup {
    live(move || {
        let store = store.get_value();
        let (route, words) = match codes.get()[..] {
            [gtin] => (Route::Product { store, gtin, at: None }, t!(reserve.back)),
            _ => (Route::List { store, gtins: Vec::new() }, t!(reserve.back_to_list)),
        };
        view! { <p><a class="form-page__back" href=route.href()><Icon shape=Shape::Back/>{words}</a></p> }
    })
}

/// The address names nothing.
#[component]
fn Nothing(store: StoredValue<String>) -> Markup {
    let home = Route::Home { store: store.get_value() }.href();
    view! {
        <Empty sentence=t!(reserve.nothing)>
            <ButtonLink href=home variant=Variant::Primary>{t!(reserve.to_store)}</ButtonLink>
        </Empty>
    }
}

/// One step at a time; what is typed belongs to the page and outlives them.
#[component]
fn Step(booking: Booking, offers: Signal<Vec<Offer>>, link: Signal<LinkState>) -> Markup {
    let is_held = Memo::new(move |_| booking.is_held());
    live(move || match is_held.get() {
        true => view! { <name::NameStep booking/> },
        false => view! { <counts::CountStep booking offers link/> },
    })
}
