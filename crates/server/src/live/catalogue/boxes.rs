//! How large goods are that nobody measured: a shelf is drawn to scale with them all the same.

use super::{Product, Variant};
use domain::Text;
use domain::planogram::geometry::Dimensions;
use std::collections::HashMap;
use std::sync::Arc;

/// Where a whole category was never measured: about a shoe box on its side.
const ANY: Dimensions = Dimensions { width: 200, height: 150, depth: 200 };

/// The usual box of each category.
#[derive(Default)]
pub struct Boxes(HashMap<Text, Dimensions>);

impl Boxes {
    pub(super) fn new(products: &[Arc<Product>]) -> Self {
        let mut measured = HashMap::<_, Vec<_>>::new();
        for product in products {
            let known = product.variants.iter().filter_map(|variant| variant.dimensions);
            measured.entry(&product.category).or_default().extend(known);
        }
        Self(measured.into_iter().filter_map(|(category, known)| Some((category.clone(), median(&known)?))).collect())
    }

    /// A variant's box: its own, else that of another variant of the product, else what its category usually has.
    pub fn of(&self, product: &Product, variant: &Variant) -> Dimensions {
        let sister = || product.variants.iter().find_map(|other| other.dimensions);
        variant.dimensions.or_else(sister).or_else(|| self.0.get(&product.category).copied()).unwrap_or(ANY)
    }
}

/// Side by side: one very tall box makes the others no taller.
fn median(known: &[Dimensions]) -> Option<Dimensions> {
    let middle = |side: fn(&Dimensions) -> i32| {
        let mut sides: Vec<i32> = known.iter().map(side).collect();
        sides.sort_unstable();
        sides.get(sides.len() / 2).copied()
    };
    Some(Dimensions { width: middle(|of| of.width)?, height: middle(|of| of.height)?, depth: middle(|of| of.depth)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_is_the_middle_of_each_side() {
        let size = |width, height, depth| Dimensions { width, height, depth };
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[size(10, 900, 30), size(20, 20, 20), size(30, 40, 10)]), Some(size(20, 40, 20)));
    }
}
