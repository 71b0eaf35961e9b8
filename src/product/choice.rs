//! Colour and size, and what there is in which combination.

mod colours;
mod fold;
mod sizes;

use super::look::Look;
use crate::prelude::*;
use colours::Colours;
use sizes::Sizes;

/// Nothing where there is nothing to choose.
#[component]
pub fn Choice(look: Look) -> Markup {
    view! { <div class="choice"><Colours look/><Sizes look/></div> }
}

#[cfg(test)]
mod tests;
