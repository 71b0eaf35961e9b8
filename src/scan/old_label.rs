//! A label that is older than its shelf: what it names, and what stands there now. Or its slot is on the plan no more.

use super::slot::goods;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::session::remembered_store;
use crate::ui::heading::Heading;
use crate::ui::toast::use_toasts;
use api::planogram::SlotPlace;
use domain::crockford::SlotCode;

/// Both sides, each with a way on.
#[component]
pub(super) fn OldLabel(at: SlotCode, place: SlotPlace) -> Markup {
    let i18n = use_i18n();
    let SlotPlace { store, store_name, goods: standing, retired, changed, printed, .. } = place;
    let name = say(store_name);
    let (title, list) = match retired {
        true => (t!(scan.old.retired_title), t!(scan.old.stood)),
        false => (t!(scan.old.changed_title), t!(scan.old.now)),
    };
    let lead = move || match retired {
        true => t_string!(i18n, scan.old.retired_lead, store = name()),
        false => t_string!(i18n, scan.old.changed_lead, store = name()),
    };
    // A label of the slot alone names no product.
    let on_label = changed.then(|| match printed {
        Some(good) => part(t!(scan.old.printed), goods(&store, None, vec![good])),
        None => view! { <p>{t!(scan.old.printed_gone)}</p> },
    });
    let at_shelf = match standing.is_empty() {
        true if retired => Markup::Nothing,
        true => view! { <p>{t!(scan.slot.empty)}</p> },
        false => part(list, goods(&store, Some(at).filter(|_| !retired), standing)),
    };
    view! { <div class="old-label"><Heading text=title/><p class="lead">{lead}</p>{on_label}{at_shelf}</div> }
}

fn part(title: crate::i18n::Sentence, list: Markup) -> Markup {
    view! { <section class="seen"><h2>{title}</h2>{list}</section> }
}

/// Tells a phone that was in another store whose shelf this is: figures and places are of that one from now on.
pub(super) fn use_tell_store() -> Callback<SlotPlace> {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    Callback::new(move |place: SlotPlace| {
        if remembered_store().is_some_and(|remembered| remembered != place.store) {
            let name = untrack(say(place.store_name));
            toasts.say(untrack(|| t_string!(i18n, scan.old.other_store, store = name)));
        }
    })
}
