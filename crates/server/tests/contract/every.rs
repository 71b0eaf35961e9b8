//! All endpoints as data, with the examples of the OpenAPI document to ask with.

use crate::serve::Served;
use api::{Access, Code, Endpoint, Verb};
use reqwest::{Method, RequestBuilder};
use serde_json::Value;

/// One endpoint and an example of it.
pub struct One {
    pub name: &'static str,
    pub verb: Verb,
    pub template: &'static str,
    pub access: Access,
    pub versioned: bool,
    pub errors: &'static [Code],
    parameters: Vec<(String, String, String)>,
    body: Option<Value>,
}

/// Every endpoint of the contract.
pub fn endpoint() -> Vec<One> {
    let document = api::openapi::document("test");
    let mut all = Vec::new();
    macro_rules! visit {
        ($($endpoint:ty),* $(,)?) => { $(all.push(One::of::<$endpoint>(&document));)* };
    }
    api::every_endpoint!(visit);
    all
}

impl One {
    fn of<E: Endpoint>(document: &Value) -> Self {
        let operation = &document["paths"][E::PATH][method(E::VERB).as_str().to_lowercase()];
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let parameters = operation["parameters"].as_array().into_iter().flatten().filter(|parameter| parameter["example"] != Value::Null);
        Self {
            name: E::NAME,
            verb: E::VERB,
            template: E::PATH,
            access: E::ACCESS,
            versioned: E::VERSIONED,
            errors: E::ERRORS,
            parameters: parameters.map(|it| (text(&it["in"]), text(&it["name"]), text(&it["example"]))).collect(),
            body: operation["requestBody"]["content"]["application/json"].get("example").cloned(),
        }
    }

    pub fn is_command(&self) -> bool {
        self.verb != Verb::Get
    }

    /// The example's path, in the given store.
    pub fn path(&self, store: &str) -> String {
        let of = |place: &'static str| self.parameters.iter().filter(move |(found, ..)| found == place);
        let value = |name: &str, example: &str| if name == "store" { store.to_owned() } else { example.to_owned() };
        let path = of("path")
            .fold(self.template.to_owned(), |path, (_, name, example)| path.replace(&format!("{{{name}}}"), &value(name, example)));
        let query = of("query").map(|(_, name, example)| format!("{name}={example}")).collect::<Vec<_>>().join("&");
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// The example as a request that lacks nothing but who asks.
    pub fn ask(&self, shop: &Served, store: &str) -> RequestBuilder {
        let mut request = shop.ask(method(self.verb), &self.path(store));
        if self.versioned {
            request = request.header("if-match", "\"1\"");
        }
        match &self.body {
            Some(body) => request.json(body),
            None => request,
        }
    }
}

pub fn method(verb: Verb) -> Method {
    match verb {
        Verb::Get => Method::GET,
        Verb::Post => Method::POST,
        Verb::Delete => Method::DELETE,
    }
}
