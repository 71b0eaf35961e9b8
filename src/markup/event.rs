//! Listening on an element.

use super::Part;
use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// What is listened to, and what is done then.
pub struct Listen {
    name: &'static str,
    capture: bool,
    handle: Box<dyn FnMut(Event)>,
}

/// `on:name=handle`, `on:name:capture=handle`
pub fn event<E>(event: E, capture: bool, mut handle: impl FnMut(E::EventType) + 'static) -> Part
where
    E: EventDescriptor,
    E::EventType: JsCast,
{
    let std::borrow::Cow::Borrowed(name) = event.name() else { unreachable!("events of the platform have fixed names") };
    Part::Event(Listen { name, capture, handle: Box::new(move |event| handle(event.unchecked_into())) })
}

/// A listener in its place; dropped, it is gone from the element.
pub(super) struct Listener {
    element: Element,
    name: &'static str,
    capture: bool,
    handle: Closure<dyn FnMut(Event)>,
}

impl Listen {
    pub(super) fn place(self, element: &Element) -> Listener {
        let Self { name, capture, mut handle } = self;
        // A handler finds the contexts that its view found.
        let owner = Owner::current().unwrap_or_default();
        let handle = Closure::new(move |event| owner.with(|| handle(event)));
        let listener = Listener { element: element.clone(), name, capture, handle };
        let _ = element.add_event_listener_with_callback_and_bool(name, listener.function(), capture);
        listener
    }
}

impl Listener {
    fn function(&self) -> &js_sys::Function {
        AsRef::<JsValue>::as_ref(&self.handle).unchecked_ref()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback_and_bool(self.name, self.function(), self.capture);
    }
}
