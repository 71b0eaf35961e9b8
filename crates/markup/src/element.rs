//! An element with all that stands in it.

use crate::component::is_component;
use crate::template::{DOWN, NEXT, Template, UP};
use crate::{Element, Node, into_markup, markup};
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use rstml::node::{KeyedAttribute, NodeAttribute};
use syn::{Error, Expr, Lit};

const VOID: [&str; 7] = ["br", "col", "hr", "img", "input", "link", "source"];
/// Elements of a drawing that may stand first in a `view!` of their own.
const SVG: [&str; 8] = ["circle", "defs", "ellipse", "g", "line", "path", "polygon", "rect"];
/// The browser's parser ends a paragraph before these, and the way would lead astray.
const ENDS_PARAGRAPH: [&str; 18] = [
    "article", "aside", "details", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "header", "ol", "p", "section",
    "table", "ul",
];

/// An expression of the type `Markup`.
pub fn element(of: &Element) -> syn::Result<TokenStream> {
    let mut template = Template::default();
    write(of, &mut template)?;
    let make = if SVG.contains(&of.name().to_string().as_str()) { quote!(drawing) } else { quote!(element) };
    let (html, way, parts) = (&template.html, template.way(), &template.parts);
    Ok(quote! { ::vitrine::markup::#make(&::vitrine::markup::Template { html: #html, way: #way }, vec![#(#parts),*]) })
}

fn write(of: &Element, template: &mut Template) -> syn::Result<()> {
    let name = of.name().to_string();
    template.html += &format!("<{name}");
    for attribute in of.attributes() {
        match attribute {
            NodeAttribute::Attribute(attribute) => write_attribute(attribute, template)?,
            NodeAttribute::Block(block) => return Err(Error::new_spanned(block, "view! knows no spreads")),
        }
    }
    template.html.push('>');
    if VOID.contains(&name.as_str()) {
        return Ok(());
    }
    write_children(of, template)?;
    template.html += &format!("</{name}>");
    Ok(())
}

fn write_children(of: &Element, template: &mut Template) -> syn::Result<()> {
    let start = template.step(DOWN);
    let mut after_text = None;
    for child in of.children.iter().filter(|child| !matches!(child, Node::Comment(_))) {
        // Text beside text is one node to the browser.
        let is_text = matches!(child, Node::Text(_) | Node::RawText(_));
        if after_text.is_some_and(|after_text| !(after_text && is_text)) {
            template.step(NEXT);
        }
        after_text = Some(is_text);
        write_child(of, child, template)?;
    }
    template.step(UP);
    template.skip_from(start);
    Ok(())
}

fn write_child(parent: &Element, child: &Node, template: &mut Template) -> syn::Result<()> {
    match child {
        Node::Text(text) => template.text(&text.value_string()),
        Node::RawText(text) => template.text(&text.to_string_best()),
        Node::Element(of) if !is_component(of.name()) => {
            prove_nesting(parent, of)?;
            write(of, template)?;
        }
        Node::Block(block) => hole(into_markup(block), template),
        other => hole(markup(other)?, template),
    }
    Ok(())
}

/// An empty comment keeps the place of what comes and goes.
fn hole(markup: TokenStream, template: &mut Template) {
    template.html += "<!>";
    template.part(quote! { ::vitrine::markup::Part::Child(#markup) });
}

fn prove_nesting(parent: &Element, child: &Element) -> syn::Result<()> {
    let (outer, inner) = (parent.name().to_string(), child.name().to_string());
    if outer == "p" && ENDS_PARAGRAPH.contains(&inner.as_str()) || outer == "table" && inner == "tr" {
        return Err(Error::new_spanned(child.name(), format!("browsers do not read <{inner}> directly in <{outer}>")));
    }
    Ok(())
}

fn write_attribute(attribute: &KeyedAttribute, template: &mut Template) -> syn::Result<()> {
    let key = attribute.key.to_string();
    // `true` and `false` are whether it is there, not words.
    let is_bool = matches!(attribute.value(), Some(Expr::Lit(literal)) if matches!(literal.lit, Lit::Bool(_)));
    if let (None, Some(text), false) = (key.split_once(':'), attribute.value_literal_string(), is_bool) {
        template.attribute(&key, &text);
        return Ok(());
    }
    let value = attribute.value().map(ToTokens::to_token_stream);
    let part = match (key.split_once(':'), value) {
        (None, None) => {
            template.attribute(&key, "");
            return Ok(());
        }
        (None, Some(value)) if key == "node_ref" => quote! { ::vitrine::markup::reference(#value) },
        (None, Some(value)) => quote! { ::vitrine::markup::attribute(#key, #value) },
        (Some(("prop", name)), Some(value)) => quote! { ::vitrine::markup::property(#name, #value) },
        (Some(("style", name)), Some(value)) => quote! { ::vitrine::markup::style(#name, #value) },
        (Some(("on", name)), Some(value)) => event(name, value),
        _ => return Err(Error::new_spanned(&attribute.key, "view! knows no such attribute")),
    };
    template.part(part);
    Ok(())
}

/// `on:click`, `on:click:capture`.
fn event(name: &str, handler: TokenStream) -> TokenStream {
    let (name, capture) = name.split_once(':').map_or((name, false), |(name, _)| (name, true));
    let name = format_ident!("{name}");
    quote! { ::vitrine::markup::event(::leptos::ev::#name, #capture, #handler) }
}
