//! `view!`: markup as Leptos writes it, made into a piece of HTML that the browser parses once and a list of what changes in it.
//!
//! Leptos's own macro makes a type and its code for each shape of markup; this one makes data. `src/markup.rs` is the other half.
//! Absent: slots, spreads, `class:`, directives, `on:` and `attr:` on components. `docs/decisions/0006` says why it exists.

mod component;
mod element;
mod template;

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::NodeBlock;
use rstml::{Infallible, Parser, ParserConfig};

/// A node of plain markup.
type Node = rstml::node::Node<Infallible>;
/// An element of plain markup.
type Element = rstml::node::NodeElement<Infallible>;

/// Markup, as Leptos's `view!` reads it; the value is a `vitrine::markup::Markup`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    let (nodes, errors) = parser.parse_recoverable(TokenStream::from(tokens)).split_vec();
    let errors = errors.into_iter().map(|error| error.emit_as_expr_tokens());
    let markup = fragment(&nodes).unwrap_or_else(syn::Error::into_compile_error);
    quote! {{ #[allow(unused_braces)] { #(#errors;)* #markup } }}.into()
}

/// Several nodes side by side; one stands for itself.
fn fragment(nodes: &[Node]) -> syn::Result<TokenStream> {
    let nodes = nodes.iter().filter(|node| !matches!(node, Node::Comment(_))).map(markup).collect::<syn::Result<Vec<_>>>()?;
    Ok(match nodes.as_slice() {
        [one] => one.clone(),
        _ => quote! { ::vitrine::markup::list(vec![#(#nodes),*]) },
    })
}

/// An expression of the type `Markup` for one node.
fn markup(node: &Node) -> syn::Result<TokenStream> {
    match node {
        Node::Element(of) if component::is_component(of.name()) => component::component(of),
        Node::Element(of) => element::element(of),
        Node::Block(block) => Ok(into_markup(block)),
        Node::Text(text) => Ok(literal(&text.value_string())),
        Node::RawText(text) => Ok(literal(&text.to_string_best())),
        Node::Fragment(of) => fragment(&of.children),
        other => Err(syn::Error::new_spanned(other, "view! does not read this")),
    }
}

fn literal(text: &str) -> TokenStream {
    quote! { ::vitrine::markup::IntoMarkup::into_markup(#text) }
}

fn into_markup(block: &NodeBlock) -> TokenStream {
    quote! { ::vitrine::markup::IntoMarkup::into_markup(#block) }
}
