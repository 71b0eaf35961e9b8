//! The OpenAPI document as a page to read: one section an operation, one table of codes.

use crate::front::escape;
use serde_json::Value;
use std::fmt::Write;

pub(super) const STYLE: &str = "\
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}\
body{max-width:60rem;margin:0 auto;padding:1rem 1.25rem 4rem}\
h2{margin-top:2.5rem;border-bottom:1px solid}\
h3{margin-bottom:.25rem}\
code,pre{font:14px/1.45 ui-monospace,monospace}\
pre{overflow:auto;padding:.75rem;border:1px solid;border-radius:6px;max-height:24rem}\
table{border-collapse:collapse;width:100%}\
td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent)}\
summary{cursor:pointer}";

/// The whole page.
pub(super) fn page(document: &Value) -> String {
    let mut html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Vitrine API</title><style>{STYLE}</style></head><body><h1>Vitrine API</h1><p>{}</p>\
         <p><a href=\"/api/openapi.json\">openapi.json</a> · <a href=\"#codes\">error codes</a> · <a href=\"#schemas\">schemas</a></p>",
        text(&document["info"]["description"])
    );
    for tag in items(&document["tags"]) {
        let _ = write!(html, "<h2>{}</h2><p>{}</p>", text(&tag["name"]), text(&tag["description"]));
        for (path, verb, operation) in operations(document) {
            if operation["tags"][0] == tag["name"] {
                describe(&mut html, path, verb, operation);
            }
        }
    }
    codes(&mut html, &document["components"]["examples"]);
    html.push_str("<h2 id=\"schemas\">Schemas</h2>");
    for (name, schema) in fields(&document["components"]["schemas"]) {
        let _ = write!(html, "<details id=\"schema-{0}\"><summary>{0}</summary><pre>{1}</pre></details>", escape(name), pretty(schema));
    }
    html + "</body></html>"
}

fn operations(document: &Value) -> impl Iterator<Item = (&str, &str, &Value)> {
    fields(&document["paths"]).flat_map(|(path, item)| fields(item).map(move |(verb, operation)| (path.as_str(), verb.as_str(), operation)))
}

fn describe(html: &mut String, path: &str, verb: &str, operation: &Value) {
    let name = text(&operation["operationId"]);
    let _ = write!(html, "<section id=\"{name}\"><h3><code>{} {}</code></h3>", verb.to_uppercase(), escape(path));
    let _ = write!(html, "<p><b>{name}</b>: {}</p><p>{}</p>", text(&operation["summary"]), text(&operation["description"]));
    let parameters = items(&operation["parameters"]).map(|parameter| match parameter["$ref"].as_str() {
        Some(shared) => format!("<li><code>{}</code></li>", escape(shared.rsplit('/').next().unwrap_or_default())),
        None => {
            format!("<li><code>{}</code> ({}) {}</li>", text(&parameter["name"]), text(&parameter["in"]), text(&parameter["description"]))
        }
    });
    let _ = write!(html, "<ul>{}</ul>", parameters.collect::<String>());
    let body = &operation["requestBody"]["content"]["application/json"]["example"];
    if !body.is_null() {
        let _ = write!(html, "<details open><summary>Body</summary><pre>{}</pre></details>", pretty(body));
    }
    for (kind, content) in fields(&operation["responses"]["200"]["content"]) {
        let example = content["example"].as_str().map_or_else(|| pretty(&content["example"]), escape);
        let _ = write!(html, "<details><summary>Reply <code>{}</code></summary><pre>{example}</pre></details>", escape(kind));
    }
    let refusals = fields(&operation["responses"]).filter(|(status, _)| *status != "200").map(|(status, response)| {
        let examples = fields(&response["content"]["application/problem+json"]["examples"]);
        let codes = examples.map(|(code, _)| format!("<a href=\"#{0}\"><code>{0}</code></a> ", escape(code))).collect::<String>();
        format!("<tr><th>{}</th><td>{codes}</td></tr>", escape(status))
    });
    let _ = write!(html, "<details><summary>Refusals</summary><table>{}</table></details></section>", refusals.collect::<String>());
}

fn codes(html: &mut String, examples: &Value) {
    html.push_str("<h2 id=\"codes\">Error codes</h2><table>");
    for (code, example) in fields(examples) {
        let (status, title) = (&example["value"]["status"], text(&example["summary"]));
        let _ = write!(html, "<tr id=\"{0}\"><td><code>{0}</code></td><td>{status}</td><td>{title}</td></tr>", escape(code));
    }
    html.push_str("</table>");
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn fields(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// With what stands in backticks as code.
fn text(value: &Value) -> String {
    let parts = value.as_str().unwrap_or_default().split('`').enumerate();
    parts.map(|(index, part)| if index % 2 == 1 { format!("<code>{}</code>", escape(part)) } else { escape(part) }).collect()
}

fn pretty(value: &Value) -> String {
    escape(&serde_json::to_string_pretty(value).unwrap_or_default())
}
