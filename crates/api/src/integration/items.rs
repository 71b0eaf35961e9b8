//! A list whose items are read one by one.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::marker::PhantomData;

/// Items in a batch, at most.
pub const MOST: usize = 1_000;

/// Items as they came: the server reads each on its own, so that a wrong one spoils no other.
#[derive(Clone, Debug)]
pub struct Items<T> {
    /// Each as JSON.
    pub raw: Vec<Value>,
    kind: PhantomData<fn() -> T>,
}

impl<T> From<Vec<Value>> for Items<T> {
    fn from(raw: Vec<Value>) -> Self {
        Self { raw, kind: PhantomData }
    }
}

impl<T> Serialize for Items<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Items<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use utoipa::openapi::{ArrayBuilder, Ref, RefOr, Schema};
    use utoipa::{PartialSchema, ToSchema};

    impl<T: ToSchema> PartialSchema for super::Items<T> {
        fn schema() -> RefOr<Schema> {
            ArrayBuilder::new().items(Ref::from_schema_name(T::name())).min_items(Some(1)).max_items(Some(super::MOST)).into()
        }
    }

    impl<T: ToSchema> ToSchema for super::Items<T> {
        fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
            T::schemas(schemas);
            schemas.push((T::name().into_owned(), T::schema()));
        }
    }
}
