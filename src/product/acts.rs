//! Mark it to be compared, put it on the list, or take the page along.

use super::look::Look;
use crate::i18n::{t, use_language};
use crate::prelude::*;
use crate::session::kiosk::is_kiosk;
use crate::ui::compare::CompareMark;
use crate::ui::list::ListMark;
use crate::ui::share::{self, Share};

/// Beside each other, below the choice.
#[component]
pub fn Acts(look: Look) -> Markup {
    let language = use_language();
    let of = Signal::derive(move || look.keepsake());
    let title = Signal::derive(move || look.product.with(|product| product.name.get(language.get()).to_owned()));
    let address = Signal::derive(move || look.link());
    view! {
        <div class="product__acts">
            <ListMark store=look.store of/>
            <CompareMark of in_words=true/>
            <a class="mark" data-kind="words" href=move || look.call_href()>{t!(call.link)}</a>
            <Share words=t!(product.share) title address open=look.sharing is_kiosk=is_kiosk()/>
        </div>
    }
}

/// What stands open where the phone has no sheet of its own.
#[component]
pub fn ShareSheet(look: Look) -> Markup {
    let address = Signal::derive(move || look.link());
    view! { <share::ShareSheet open=look.sharing title=t!(product.share) words=t!(product.share_words) address is_kiosk=is_kiosk()/> }
}
