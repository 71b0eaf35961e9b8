//! Reads the contract's types out of an answer that the browser has parsed.
//!
//! `serde_json::from_str::<T>` writes its parser, both ways a struct may come (a map or a list) and its messages out anew for
//! every type, a tenth of the program; and the browser has a parser already. Here a struct asks for its fields by name, in its
//! own order; an error says nothing, since nobody would read it. Unknown fields are never looked at, so
//! `deny_unknown_fields` and aliases do not hold here: the one is for requests, the other nobody uses.
//!
//! A type that takes whatever there is (a `serde_json::Value`, an untagged or tagged enum, `flatten`) and one with a fraction are
//! refused: no reply has one, and each would bring its code along.

use js_sys::{Array, JSON, Object};
use serde::de::value::U64Deserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;
use std::fmt;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The answer is no JSON, or not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a text. Nothing at all is `null`: the answer of a command without one.
///
/// # Errors
/// When the text is no JSON, or when something is missing or of another kind.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(Node(&parse(text)?))
}

/// The part that is the same for every type.
fn parse(text: &str) -> Result<JsValue, Unreadable> {
    JSON::parse(if text.is_empty() { "null" } else { text }).map_err(|_| Unreadable)
}

#[wasm_bindgen]
extern "C" {
    /// An object of the tree. Not by `Reflect`, which would need the name as a value of its own and catches what cannot be thrown.
    type Fielded;

    // `undefined` where there is none, as nothing is that was parsed.
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn field(this: &Fielded, name: &str) -> JsValue;
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for Unreadable {}

impl Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// A place in the tree; `undefined` where nothing is.
#[derive(Clone, Copy)]
struct Node<'a>(&'a JsValue);

/// Up to here every whole number is exact in a browser. The contract counts nothing that gets there; past it is unreadable.
const EXACT: f64 = 9_007_199_254_740_992.0;

// Not inlined: each would be written out for every type.
impl<'a> Node<'a> {
    #[inline(never)]
    fn whole(self) -> Result<i64, Unreadable> {
        let number = self.0.as_f64().filter(|number| number.abs() < EXACT).ok_or(Unreadable)?;
        let whole = number as i64;
        if whole as f64 == number { Ok(whole) } else { Err(Unreadable) }
    }

    #[inline(never)]
    fn text(self) -> Result<String, Unreadable> {
        self.0.as_string().ok_or(Unreadable)
    }

    #[inline(never)]
    fn items(self) -> Result<Items, Unreadable> {
        let items = self.0.dyn_ref::<Array>().ok_or(Unreadable)?;
        Ok(Items { items: items.clone(), at: 0 })
    }

    #[inline(never)]
    fn object(self) -> Result<&'a Fielded, Unreadable> {
        if self.0.is_object() && !Array::is_array(self.0) { Ok(self.0.unchecked_ref()) } else { Err(Unreadable) }
    }

    #[inline(never)]
    fn variant(self, names: &[&str]) -> Result<Variant, Unreadable> {
        let text = self.text()?;
        Ok(Variant(names.iter().position(|name| *name == text).map_or(u64::MAX, |index| index as u64)))
    }
}

/// Methods that differ only in the kind of value they ask for.
macro_rules! one_kind {
    ($($method:ident: $kind:ident => $visit:ident;)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            visitor.$visit(self.$kind()?)
        }
    )* };
}

// Every method calls the one visit that its kind needs: each more would be written out for every type. Whether a whole number fits
// is looked at by the type that gets it.
impl<'de> Deserializer<'de> for Node<'_> {
    type Error = Unreadable;

    one_kind! {
        deserialize_u8: whole => visit_i64;
        deserialize_u16: whole => visit_i64;
        deserialize_u32: whole => visit_i64;
        deserialize_u64: whole => visit_i64;
        deserialize_i8: whole => visit_i64;
        deserialize_i16: whole => visit_i64;
        deserialize_i32: whole => visit_i64;
        deserialize_i64: whole => visit_i64;
        deserialize_str: text => visit_string;
        deserialize_string: text => visit_string;
        deserialize_seq: items => visit_seq;
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unreadable> {
        Err(Unreadable)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unreadable)?)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.0.is_null() { visitor.visit_unit() } else { Err(Unreadable) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.0.is_null_or_undefined() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Unreadable> {
        let items = self.items()?;
        if items.size_hint() == Some(length) { visitor.visit_seq(items) } else { Err(Unreadable) }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_map(Entries::of(self.object()?))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(Fields { object: self.object()?, names: names.iter(), found: JsValue::UNDEFINED })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_enum(self.variant(names)?)
    }

    forward_to_deserialize_any! { i128 u128 f32 f64 char bytes byte_buf unit_struct tuple_struct identifier ignored_any }
}

/// A list's items.
struct Items {
    items: Array,
    at: u32,
}

impl Items {
    #[inline(never)]
    fn next(&mut self) -> Option<JsValue> {
        let at = self.at;
        self.at += 1;
        (at < self.items.length()).then(|| self.items.get(at))
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        self.next().map(|value| seed.deserialize(Node(&value))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.length() as usize)
    }
}

/// A struct's fields in the order in which it declares them: it takes them as a list, which is less code than by name.
struct Fields<'a> {
    object: &'a Fielded,
    names: std::slice::Iter<'static, &'static str>,
    // Kept here, so that not every type of a field has to let it go.
    found: JsValue,
}

impl Fields<'_> {
    // Not inlined: every type of a field would have its own.
    #[inline(never)]
    fn next(&mut self) -> Node<'_> {
        self.found = self.names.next().map_or(JsValue::UNDEFINED, |name| self.object.field(name));
        Node(&self.found)
    }
}

impl<'de> SeqAccess<'de> for Fields<'_> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        match seed.deserialize(self.next()) {
            Ok(value) => Ok(Some(value)),
            // An `Option` does without; anything else has its default, or refuses.
            Err(_) if self.found.is_undefined() => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// A map's entries.
struct Entries<'a> {
    object: &'a Fielded,
    names: Items,
    name: String,
}

impl<'a> Entries<'a> {
    fn of(object: &'a Fielded) -> Self {
        Self { object, names: Items { items: Object::keys(object.unchecked_ref::<Object>()), at: 0 }, name: String::new() }
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        let Some(name) = self.names.next() else { return Ok(None) };
        self.name = Node(&name).text()?;
        seed.deserialize(Node(&name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unreadable> {
        seed.deserialize(Node(&self.object.field(&self.name)))
    }
}

/// A variant without content, by its place among the names; past the end is one that this program does not know.
struct Variant(u64);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unreadable;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Unreadable> {
        Ok((seed.deserialize(U64Deserializer::new(self.0))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<(), Unreadable> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Unreadable> {
        Err(Unreadable)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Unreadable> {
        Err(Unreadable)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Unreadable> {
        Err(Unreadable)
    }
}

// They need the browser that parses.
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
