//! The four steps of a reservation that goes well.

use super::standing::Standing;
use crate::i18n::{t_string, use_i18n};
use crate::prelude::*;

/// Which are behind, which one is now; nothing where the reservation left that way.
#[component]
pub fn Progress(standing: Memo<Standing>) -> Markup {
    let i18n = use_i18n();
    let step = Memo::new(move |_| standing.get().step());
    live(move || {
        step.get().map(|now| {
            let words = [
                t_string!(i18n, reserve.progress.placed),
                t_string!(i18n, reserve.progress.picking),
                t_string!(i18n, reserve.progress.ready),
                t_string!(i18n, reserve.progress.collected),
            ];
            let one = |(index, words): (usize, &'static str)| {
                let state = match index {
                    past if past < now => "done",
                    present if present == now => "now",
                    _ => "ahead",
                };
                view! { <li class="progress__step" data-state=state aria-current=(state == "now").then_some("step")>{words}</li> }
            };
            view! {
                <ol class="progress" aria-label=t_string!(i18n, reserve.progress.label)>
                    {words.into_iter().enumerate().map(one).collect_view()}
                </ol>
            }
        })
    })
}
