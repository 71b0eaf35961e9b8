//! Data in the page, for machines to read.

use crate::front::escape;
use api::catalog::Product;
use serde_json::Value;

/// The reply that the program would get from `path`, for it to find: it need not ask again.
pub(super) fn reply(path: &str, product: &Product) -> String {
    let attributes = format!(" id=\"first-reply\" data-path=\"{}\"", escape(path));
    block("application/json", &attributes, &serde_json::to_value(product).unwrap_or_default())
}

/// A data block. `<` never stands in it, so nothing ends it early.
pub(super) fn block(kind: &str, attributes: &str, value: &Value) -> String {
    let json = value.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("<script type=\"{kind}\"{attributes}>{json}</script>")
}
