//! What is done when something changes.

use super::leave::leave_at_end;
use leptos::prelude as leptos;

/// Something done now and whenever what it reads changes.
pub struct Effect;

impl Effect {
    /// `act` is given what it answered before.
    // The name is Leptos's: the effect belongs to the present view and needs no handle.
    #[allow(clippy::new_ret_no_self)]
    pub fn new<T: 'static>(mut act: impl FnMut(Option<T>) -> T + 'static) {
        let mut before = None;
        erased(Box::new(move || before = Some(act(before.take()))));
    }
}

#[inline(never)]
fn erased(mut act: Box<dyn FnMut()>) {
    leave_at_end(&leptos::Effect::new(move |_| act()));
}
