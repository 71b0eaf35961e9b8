//! How large an element is on the screen.

use crate::prelude::*;

/// A box in CSS pixels, and the letters in it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Screen {
    /// Left to right.
    pub width: f64,
    /// Top to bottom.
    pub height: f64,
    /// One rem: a surface scales by it.
    pub em: f64,
}

/// Measured when the element appears and when the window changes; all zero before.
pub fn use_screen(element: NodeRef) -> Signal<Screen> {
    let (screen, set_screen) = signal(Screen::default());
    let measure = move || {
        if let Some(element) = element.get_untracked() {
            let (width, height) = (f64::from(element.client_width()), f64::from(element.client_height()));
            set_screen.try_set(Screen { width, height, em: root_em() });
        }
    };
    Effect::new(move |_| {
        // Its coming is followed, it is measured once it is laid out.
        if element.get().is_some() {
            request_animation_frame(measure);
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    Memo::new(move |_| screen.get()).into()
}

/// A screen as large as one that stands in the shop for everybody: nothing of one visitor is kept on it. The size is the one at which
/// `style/tokens.css` makes everything larger.
pub fn is_shared_screen() -> bool {
    let large = window().match_media("(min-width: 1000px) and (min-height: 1000px)").ok().flatten();
    large.is_some_and(|large| large.matches())
}

/// The root's letters in CSS pixels.
fn root_em() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.map(|size| js_sys::parse_float(&size)).filter(|size| *size > 0.0).unwrap_or(16.0)
}
