//! Values of attributes, properties and styles.

use super::Part;
use crate::signal::{Memo, RwSignal, Signal, leave};
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// What an attribute, a property or a style holds.
#[derive(Default)]
pub enum Value {
    /// Not there; false.
    #[default]
    No,
    /// There, without a text; true.
    Yes,
    /// Words that the program knows.
    Words(&'static str),
    /// Words that it makes.
    Text(String),
    /// Made anew whenever what it reads changes.
    Live(Box<dyn Fn() -> Value>),
}

/// What may stand after `=` in `view!`.
pub trait IntoValue {
    /// As a value.
    fn into_value(self) -> Value;
}

/// `name=value`
pub fn attribute(name: &'static str, value: impl IntoValue) -> Part {
    Part::Attribute(name, value.into_value())
}

/// `prop:name=value`
pub fn property(name: &'static str, value: impl IntoValue) -> Part {
    Part::Property(name, value.into_value())
}

/// `style:name=value`
pub fn style(name: &'static str, value: impl IntoValue) -> Part {
    Part::Style(name, value.into_value())
}

/// Where a value goes.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Target {
    Attribute,
    Property,
    Style,
}

/// A value in its place; dropped, it follows nothing any more.
pub(super) enum Placed {
    Still(Value),
    Live(RenderEffect<Value>),
}

impl Drop for Placed {
    fn drop(&mut self) {
        if let Self::Live(follows) = self {
            leave(follows);
        }
    }
}

impl Value {
    /// Puts it on an element, where `before` was put once.
    pub(super) fn place(self, element: &Element, target: Target, name: &'static str, before: Option<Placed>) -> Placed {
        let make = match self {
            Value::Live(make) => make,
            still => {
                let is_there = matches!(&before, Some(Placed::Still(before)) if *before == still && target != Target::Property);
                if !is_there {
                    still.put(element, target, name);
                }
                return Placed::Still(still);
            }
        };
        // What was followed before must not write over it.
        drop(before);
        let element = element.clone();
        let follows = RenderEffect::new(move |before: Option<Value>| {
            let value = make().settled();
            if before.as_ref() != Some(&value) {
                value.put(&element, target, name);
            }
            value
        });
        Placed::Live(follows)
    }

    /// Closures in closures answer until there is a plain value.
    fn settled(self) -> Self {
        match self {
            Value::Live(make) => make().settled(),
            still => still,
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Value::No | Value::Live(_) => None,
            Value::Yes => Some(""),
            Value::Words(text) => Some(text),
            Value::Text(text) => Some(text),
        }
    }

    fn put(&self, element: &Element, target: Target, name: &str) {
        // What the browser refuses (a name that is none) has nobody to tell.
        let _ = match (target, self.text()) {
            (Target::Property, _) => js_sys::Reflect::set(element, &name.into(), &self.as_js()).map(drop),
            (Target::Attribute, Some(text)) => element.set_attribute(name, text),
            (Target::Attribute, None) => element.remove_attribute(name),
            (Target::Style, text) => element.unchecked_ref::<HtmlElement>().style().set_property(name, text.unwrap_or_default()),
        };
    }

    fn as_js(&self) -> JsValue {
        match self {
            Value::No | Value::Live(_) => JsValue::FALSE,
            Value::Yes => JsValue::TRUE,
            Value::Words(text) => (*text).into(),
            Value::Text(text) => text.as_str().into(),
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Value::No, Value::No) | (Value::Yes, Value::Yes) => true,
            (Value::Words(_) | Value::Text(_), Value::Words(_) | Value::Text(_)) => self.text() == other.text(),
            _ => false,
        }
    }
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        if self { Value::Yes } else { Value::No }
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Words(self)
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(self)
    }
}

macro_rules! numbers {
    ($($number:ty)*) => { $(
        impl IntoValue for $number {
            fn into_value(self) -> Value {
                Value::Text(self.to_string())
            }
        }
    )* };
}

numbers! { u8 u16 u32 usize i32 }

impl<V: IntoValue> IntoValue for Option<V> {
    fn into_value(self) -> Value {
        self.map_or(Value::No, V::into_value)
    }
}

impl<F, V> IntoValue for F
where
    F: Fn() -> V + 'static,
    V: IntoValue,
{
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self().into_value()))
    }
}

macro_rules! signals {
    ($($signal:ident)*) => { $(
        impl<T> IntoValue for $signal<T>
        where
            T: IntoValue + Clone + 'static,
        {
            fn into_value(self) -> Value {
                Value::Live(Box::new(move || self.get().into_value()))
            }
        }
    )* };
}

signals! { Signal Memo RwSignal }
