//! A module's file bears its name, so that an editor's tabs can be told apart.

use super::finding::Finding;
use super::repo::Repo;

/// No mod.rs anywhere.
pub fn rule(repo: &Repo) -> Vec<Finding> {
    let advice = "name the file after the module: `product.rs` beside `product/`";
    repo.below("", "/mod.rs").map(|file| Finding::new(&file.path, 1, advice)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mod_rs_is_found() {
        let repo = Repo::of(&[("src/ui/mod.rs", ""), ("src/ui.rs", "")]);
        assert_eq!(rule(&repo).len(), 1);
    }
}
