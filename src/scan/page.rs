//! Find by code: show it to the camera, type it, or take one from before.

use super::beside::Beside;
use super::entry::{Entry, told};
use super::history::{Code, Codes, History, Seen, use_codes};
use super::meaning::{Meaning, read};
use super::onward::Onward;
use crate::browser::clock::now;
use crate::browser::decoder::Found;
use crate::browser::sound;
use crate::i18n::{t, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::route::{Route, use_go, use_replace};
use crate::session::beacons::use_beacons;
use crate::session::kiosk::is_kiosk;
use crate::session::scanned::use_scanned;
use crate::ui::heading::Heading;
use crate::ui::notice::{Notice, Tone};
use crate::ui::viewfinder::{InView, Viewfinder};
use api::beacon::BeaconKind;
use domain::Gtin;
use domain::gs1::ScanError;

/// What the last code said.
#[derive(Clone, PartialEq)]
enum Said {
    Product(Code),
    Told(Meaning),
    Wrong(ScanError),
}

/// `/s/{store}/scan`
#[component]
pub fn ScanPage(
    /// In links.
    store: String,
) -> Markup {
    let (i18n, codes) = (use_i18n(), use_codes());
    let said = RwSignal::new(None::<Said>);
    let onward = Onward::of_page();
    let beside = RwSignal::new(Vec::new());
    let on_found = on_found(store.clone(), codes, said, beside, onward);
    let on_press = on_press(store.clone(), codes, said, onward);
    let (scanned, replace, beacons) = (use_scanned(), use_replace(), use_beacons());
    let is_brought = scanned.is_waiting();
    let at_store = store.clone();
    Effect::new(move |_| {
        let Some(code) = scanned.take() else { return };
        match read(&at_store, &code, None) {
            Ok(Meaning::Go(route)) => {
                // What leads on by way of a label's page is counted there.
                if let Route::Product { gtin, .. } = &route {
                    beacons.tell(at_store.clone(), BeaconKind::Scan, *gtin);
                }
                replace(onward.from(&at_store, route));
            }
            Ok(meaning) => said.set(Some(Said::Told(meaning))),
            Err(error) => said.set(Some(Said::Wrong(error))),
        }
    });
    // A kiosk reads with a scanner that types; who has one needs no camera.
    let finder = (!is_kiosk() && !is_brought).then(|| view! { <Viewfinder on_found/> });
    let (of_answer, of_beside) = (store.clone(), store.clone());
    let answer = move || {
        said.get().map(|said| match said {
            Said::Product((gtin, at)) => {
                view! { <div class="scan__now seen__one"><Seen store=of_answer.clone() gtin at is_new=true/></div> }
            }
            Said::Told(meaning) => told(i18n, meaning),
            Said::Wrong(error) => view! { <Notice tone=Tone::Warn><p>{move || message::scan_error(i18n, &error)}</p></Notice> },
        })
    };
    view! {
            <div class="page scan">
                <Heading text=t!(scan.title)/>
                <div class="scan__ways">
                    <div class="scan__seen">
                        {finder}
                        <div role="status">{answer}</div>
                        <Beside store=of_beside codes=beside on_press/>
                    </div>
                    <div class="scan__typed">
    {move || match onward.is_asked() {
                            true => view! { <p class="lead">{t!(way.scan_lead)}</p> },
                            false => view! { <p class="lead">{t!(scan.lead)}</p> },
                        }}
                        <Entry store=store.clone() codes onward/>
                    </div>
                </div>
                <History store codes/>
            </div>
        }
}

/// One of the codes beside it leads where it would lead if it were typed.
fn on_press(store: String, codes: Codes, said: RwSignal<Option<Said>>, onward: Onward) -> Callback<Found> {
    let (go, beacons) = (use_go(), use_beacons());
    Callback::new(move |(symbology, text): Found| match read(&store, &text, Some(symbology)) {
        Ok(Meaning::Go(route)) => {
            // A label with a slot is counted when it is followed.
            if let Route::Product { gtin, .. } = &route {
                beacons.tell(store.clone(), BeaconKind::Scan, *gtin);
            }
            codes.renew();
            go(onward.from(&store, route));
        }
        Ok(meaning) => said.set(Some(Said::Told(meaning))),
        Err(error) => said.set(Some(Said::Wrong(error))),
    })
}

/// The code nearest to the middle counts; the others are offered beside it.
fn on_found(
    store: String,
    codes: Codes,
    said: RwSignal<Option<Said>>,
    beside: RwSignal<Vec<Found>>,
    onward: Onward,
) -> Callback<Vec<Found>> {
    let (go, beacons) = (use_go(), use_beacons());
    let view = StoredValue::new(InView::default());
    Callback::new(move |found: Vec<Found>| {
        let meant = view.try_update_value(|view| view.see(found, now())).flatten();
        view.with_value(|view| {
            if beside.with_untracked(|shown| shown != view.beside()) {
                beside.set(view.beside().to_vec());
            }
        });
        let Some((symbology, text)) = meant else { return };
        sound::chime();
        sound::buzz();
        let read = read(&store, &text, Some(symbology)).map(|meaning| match meaning {
            Meaning::Go(route) => Meaning::Go(onward.from(&store, route)),
            told => told,
        });
        let next = match read {
            Ok(Meaning::Go(Route::Product { gtin, .. })) => {
                codes.put(gtin, None);
                Some(Said::Product((gtin, None)))
            }
            Ok(Meaning::Go(Route::Label { gtin, slot })) => {
                codes.put(gtin, Some(slot));
                Some(Said::Product((gtin, Some(slot))))
            }
            Ok(Meaning::Go(Route::InStore { code })) => match code.parse::<Gtin>() {
                Ok(gtin) => {
                    codes.put(gtin, None);
                    Some(Said::Product((gtin, None)))
                }
                Err(_) => Some(Said::Told(Meaning::Go(Route::InStore { code }))),
            },
            Ok(Meaning::Go(route @ (Route::Slot { .. } | Route::Map { .. } | Route::Tour { .. }))) => {
                go(route);
                None
            }
            Ok(meaning) => Some(Said::Told(meaning)),
            Err(error) => Some(Said::Wrong(error)),
        };
        // A label with a slot is counted when it is followed.
        if let Some(Said::Product((gtin, None))) = &next {
            beacons.tell(store.clone(), BeaconKind::Scan, *gtin);
        }
        said.set(next);
    })
}
