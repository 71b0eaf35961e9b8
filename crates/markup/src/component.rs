//! A component with its properties: Leptos's own builders.

use crate::{Element, fragment};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use rstml::node::{KeyedAttribute, NodeAttribute, NodeName};
use syn::Error;

/// Whether a tag names a component: `<Button>`, `<gallery::Gallery>`.
pub fn is_component(name: &NodeName) -> bool {
    let name = name.to_string();
    name.rsplit("::").next().is_some_and(|last| last.starts_with(char::is_uppercase))
}

/// An expression of the component's return type, `Markup`.
pub fn component(of: &Element) -> syn::Result<TokenStream> {
    let name = of.name();
    let mut properties = Vec::new();
    let mut bound = Vec::new();
    for attribute in of.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new_spanned(attribute, "view! knows no spreads"));
        };
        match attribute.key.to_string().split_once(':') {
            Some(("let", name)) => bound.push(format_ident!("{name}")),
            Some(_) => return Err(Error::new_spanned(&attribute.key, "a component takes properties only")),
            None => properties.push(property(attribute)),
        }
    }
    let children = children(of, &bound)?;
    Ok(quote! {
        ::leptos::component::component_view(
            #[allow(clippy::needless_borrows_for_generic_args)]
            &#name,
            ::leptos::component::component_props_builder(&#name) #(#properties)* #children .build()
        )
    })
}

fn property(attribute: &KeyedAttribute) -> TokenStream {
    let name = &attribute.key;
    match attribute.value() {
        Some(value) => quote! { .#name(#[allow(unused_braces)] { #value }) },
        None => quote! { .#name(#name) },
    }
}

fn children(of: &Element, bound: &[proc_macro2::Ident]) -> syn::Result<TokenStream> {
    if of.children.is_empty() {
        return Ok(TokenStream::new());
    }
    let children = fragment(&of.children)?;
    Ok(match bound {
        [] => quote! { .children(::vitrine::markup::ToChildren::to_children(move || #children)) },
        bound => quote! { .children(move |#(#bound),*| #children) },
    })
}
