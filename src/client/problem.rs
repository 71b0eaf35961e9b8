//! What the front end reads of a problem.

use api::Code;
use api::error::FieldProblem;
use domain::ids::VariantId;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

/// An [`api::Problem`] without what is for developers. What is there now has a type of its own for each code; only the one that
/// something is made of is read.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// Which it is.
    pub code: Code,
    /// What the sentence names.
    #[serde(default)]
    pub params: Named<String>,
    /// The id that the request is logged under.
    pub request: String,
    /// Input errors by field.
    #[serde(default)]
    pub fields: Named<FieldProblem>,
    /// For [`Code::NotEnough`]: what there is less of than was asked for.
    #[serde(default, rename = "present", deserialize_with = "read_short")]
    pub short: Vec<Short>,
}

/// What a problem says under a name. There are one or two: a tree would be far more code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<T>(Vec<(String, T)>);

impl<T> Named<T> {
    /// What stands under the name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The same, taken out.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(at).1)
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader(PhantomData))
    }
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
    type Value = Named<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Named<T>, A::Error> {
        let mut all = Vec::new();
        while let Some(entry) = map.next_entry()? {
            all.push(entry);
        }
        Ok(Named(all))
    }
}

/// A variant that there is too little of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Short {
    /// Of what.
    pub variant: VariantId,
    /// So many may be held now.
    pub available: u32,
}

/// What is there now is something else for another code; that is no reason not to read the rest.
fn read_short<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Short>, D::Error> {
    Ok(Vec::deserialize(deserializer).unwrap_or_default())
}
