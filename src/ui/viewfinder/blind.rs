//! Why the camera shows nothing, and what to do. The typed number is always there below.

use crate::browser::camera::CameraState;
use crate::i18n::{Sentence, t};
use crate::prelude::*;
use crate::ui::button::Button;

/// Nothing while it sees.
#[component]
pub(super) fn Blind(
    /// The camera's.
    state: Signal<CameraState>,
    /// Frames cannot be read.
    is_dull: RwSignal<bool>,
    /// Asks for the camera again.
    on_again: Callback<()>,
) -> Markup {
    let press = move |_| on_again.run(());
    live(move || {
        let (sentence, may_again) = if is_dull.get() { (t!(scan.blind.dull), false) } else { why(state.get())? };
        let again = may_again.then(|| view! { <Button on_press=press>{t!(scan.blind.again)}</Button> });
        Some(view! { <div class="finder__blind" role="status"><p>{sentence}</p>{again}</div> })
    })
}

/// The sentence, and whether it helps to ask again.
fn why(state: CameraState) -> Option<(Sentence, bool)> {
    Some(match state {
        CameraState::Running => return None,
        CameraState::Off | CameraState::Asking => (t!(scan.blind.asking), false),
        CameraState::Refused => (t!(scan.blind.refused), true),
        CameraState::Absent => (t!(scan.blind.absent), false),
        CameraState::InUse => (t!(scan.blind.in_use), true),
        CameraState::Insecure => (t!(scan.blind.insecure), false),
        CameraState::Lost => (t!(scan.blind.lost), true),
    })
}
