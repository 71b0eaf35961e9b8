//! An endpoint is a request type that knows its verb, its path, its reply, its errors and who may ask.

use crate::error::Code;
use domain::access::Action;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Serialize, de::DeserializeOwned};

/// HTTP's methods, as far as the contract uses them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Reads; may be repeated and cached.
    Get,
    /// Commands; carry an idempotency key.
    Post,
    /// Takes something away; carries an idempotency key.
    Delete,
}

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Open,
    /// The holder of a reservation's token.
    Token,
    /// A person of the store whose role may do this.
    Person(Action),
    /// Anybody who is signed in.
    SignedIn,
    /// Another system, with the key that this organisation gave it.
    Key,
}

/// A body that is a file, as it is, and no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// Its media type, for the documents: `image/*`. What it truly is, its content says.
    pub kind: &'static str,
    /// Bytes that it may have.
    pub at_most: u64,
}

/// What a request's parts have to be: read and written, and described for the OpenAPI page where that is built.
#[cfg(feature = "schema")]
pub trait Wire: Serialize + DeserializeOwned + utoipa::ToSchema {}
#[cfg(feature = "schema")]
impl<T: Serialize + DeserializeOwned + utoipa::ToSchema> Wire for T {}

/// What a request's parts have to be: read and written, and described for the OpenAPI page where that is built.
#[cfg(not(feature = "schema"))]
pub trait Wire: Serialize + DeserializeOwned {}
#[cfg(not(feature = "schema"))]
impl<T: Serialize + DeserializeOwned> Wire for T {}

/// One thing that a client may ask.
pub trait Endpoint: Sized {
    /// Its name, the type's: `GetProduct`.
    const NAME: &'static str;
    /// Its first doc lines.
    const DOC: &'static [&'static str];
    /// Its method.
    const VERB: Verb;
    /// Its path as a template that the server's router understands; `Path`'s fields carry its names.
    const PATH: &'static str;
    /// Who may ask.
    const ACCESS: Access;
    /// The command acts on a version that travels in `If-Match`.
    const VERSIONED: bool;
    /// Bytes that a JSON body may have.
    const LARGEST: usize;
    /// The body is a file; `Body` is empty then.
    const FILE: Option<File>;
    /// What it may be refused with, besides what any endpoint may.
    const ERRORS: &'static [Code];
    /// Names in the path.
    const PATH_NAMES: &'static [&'static str];
    /// Names in the query; on the wire `price_from` is `priceFrom`.
    const QUERY_NAMES: &'static [&'static str];
    /// Values of the path.
    type Path: DeserializeOwned + Send;
    /// Values of the query.
    type Query: Serialize + DeserializeOwned + Send;
    /// The body; an empty object for verbs without one.
    type Body: Wire + Send;
    /// The answer.
    type Reply: Wire;

    /// Takes the request apart by where each part travels.
    fn into_parts(self) -> (Self::Path, Self::Query, Self::Body);
    /// Puts it together again.
    fn from_parts(path: Self::Path, query: Self::Query, body: Self::Body) -> Self;

    /// The template with this request's values, percent-encoded.
    fn path(&self) -> String;

    /// Path and query of this request, percent-encoded, with its body.
    fn into_request(self) -> (String, Self::Body) {
        let mut url = self.path();
        let (_, query, body) = self.into_parts();
        let query = serde_urlencoded::to_string(&query).unwrap_or_default();
        if !query.is_empty() {
            url.push('?');
            url.push_str(&query);
        }
        (url, body)
    }
}

/// RFC 3986's unreserved characters stay as they are.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Fills a template: `/stores/{store}` and `("store", "hongdae")` give `/stores/hongdae`. Values are percent-encoded; a name without
/// a value stays as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let value_of = |segment: &str| {
        let name = segment.strip_prefix('{')?.strip_suffix('}')?;
        values.iter().find(|(named, _)| *named == name).map(|(_, value)| *value)
    };
    let mut path = String::new();
    for (index, segment) in template.split('/').enumerate() {
        if index > 0 {
            path.push('/');
        }
        match value_of(segment) {
            Some(value) => path.extend(utf8_percent_encode(value, SEGMENT)),
            None => path.push_str(segment),
        }
    }
    path
}

/// Declares an endpoint: doc, verb, template, who may ask, parameters by where they travel (a larger body: `body 8_000_000 { … }`; a
/// file: `file "image/*" 20_000_000`), reply, errors.
#[macro_export]
macro_rules! endpoint {
    (
        $(#[doc = $doc:literal])*
        $verb:ident $path:literal $name:ident ($access:expr) $($versioned:literal)?
        path { $($p:ident : $pt:ty),* $(,)? }
        $(query { $($q:ident : $qt:ty),* $(,)? })?
        $(body $($largest:literal)? { $($(#[$bm:meta])* $b:ident : $bt:ty),* $(,)? })?
        $(file $kind:literal $at_most:literal)?
        => $reply:ty
        $(, errors [$($error:ident),* $(,)?])?
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            $(#[allow(missing_docs)] pub $p: $pt,)*
            $($(#[allow(missing_docs)] pub $q: $qt,)*)?
            $($($(#[$bm])* pub $b: $bt,)*)?
        }
        const _: () = {
            #[derive(serde::Deserialize)]
            pub struct Path { $($p: $pt),* }
            #[derive(serde::Serialize, serde::Deserialize)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            pub struct Query { $($($q: $qt),*)? }
            #[derive(serde::Serialize, serde::Deserialize)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
            pub struct Body { $($($(#[$bm])* $b: $bt),*)? }

            impl $crate::endpoint::Endpoint for $name {
                const NAME: &'static str = stringify!($name);
                const DOC: &'static [&'static str] = &[$($doc),*];
                const VERB: $crate::endpoint::Verb = $crate::endpoint::Verb::$verb;
                const PATH: &'static str = $path;
                const ACCESS: $crate::endpoint::Access = $access;
                const VERSIONED: bool = $crate::endpoint!(@versioned $($versioned)?);
                const LARGEST: usize = $crate::endpoint!(@largest $($($largest)?)?);
                const FILE: Option<$crate::endpoint::File> = $crate::endpoint!(@file $($kind $at_most)?);
                const ERRORS: &'static [$crate::error::Code] = &[$($($crate::error::Code::$error),*)?];
                const PATH_NAMES: &'static [&'static str] = &[$(stringify!($p)),*];
                const QUERY_NAMES: &'static [&'static str] = &[$($(stringify!($q)),*)?];
                type Path = Path;
                type Query = Query;
                type Body = Body;
                type Reply = $reply;
                fn into_parts(self) -> (Path, Query, Body) {
                    (Path { $($p: self.$p),* }, Query { $($($q: self.$q),*)? }, Body { $($($b: self.$b),*)? })
                }
                fn path(&self) -> String {
                    $crate::endpoint::fill($path, &[$((stringify!($p), &self.$p.to_string())),*])
                }
                #[allow(unused_variables)]
                fn from_parts(path: Path, query: Query, body: Body) -> Self {
                    Self { $($p: path.$p,)* $($($q: query.$q,)*)? $($($b: body.$b,)*)? }
                }
            }
        };
    };
    (@versioned) => { false };
    (@versioned $word:literal) => { true };
    (@largest) => { 64 * 1024 };
    (@largest $bytes:literal) => { $bytes };
    (@file) => { None };
    (@file $kind:literal $at_most:literal) => { Some($crate::endpoint::File { kind: $kind, at_most: $at_most }) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_a_path_are_percent_encoded() {
        let path = fill("/s/{store}/n/{number}", &[("store", "a/b 홍?"), ("number", "7")]);
        assert_eq!(path, "/s/a%2Fb%20%ED%99%8D%3F/n/7");
    }
}
