//! Which other system asks, told by its key.

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::{StoreError, key};
use domain::ids::{KeyId, OrgId};
use domain::{Instant, Span};

/// Another system, proved by its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct System {
    /// Its key's id.
    pub id: KeyId,
    /// Whose key it is.
    pub org: OrgId,
}

/// When a key was last used is written down at most this often: most requests should not write for it.
const STEP: Span = Span::minutes(5);

/// What is stored of a key: it has 160 random bits, which no table of hashes covers.
pub fn hashed(key: &str) -> String {
    blake3::hash(key.as_bytes()).to_hex().to_string()
}

/// `Bearer vk_…`, at once as its hash, so that the key itself is nowhere to be logged. It is looked up by the hash, so how long that
/// takes says nothing about the key.
pub(crate) fn hash_in(header: &str) -> Option<String> {
    let (scheme, key) = header.trim().split_once(' ')?;
    let holds = scheme.eq_ignore_ascii_case("bearer") && key.starts_with("vk_") && key.len() <= 64;
    holds.then(|| hashed(key))
}

/// Who has the caller's key, if it is one and not revoked.
///
/// # Errors
/// `TooOften`, or the database's.
pub(crate) async fn system(app: &App, caller: &Caller) -> Result<Option<System>, Failure> {
    let Some(hash) = caller.system_key() else { return Ok(None) };
    let Some(found) = key::by_hash(&mut app.store().read().await?, hash).await? else { return Ok(None) };
    let _counted = app.key_tries().begin(found.id.to_string())?;
    let now = app.now();
    if found.last_used_at.is_none_or(|last| now.since(last) >= STEP) {
        // That this fails (a full disk) is no reason to turn anybody away.
        let _ = used(app, &found, now).await;
    }
    Ok(Some(System { id: found.id, org: found.org }))
}

async fn used(app: &App, found: &key::Found, now: Instant) -> Result<(), StoreError> {
    let mut tx = app.store().begin().await?;
    key::used(&mut tx, found.org, found.id, now).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_told_from_a_token_and_never_kept_as_it_came() {
        let key = "vk_0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        assert_eq!(hash_in(&format!("bearer {key}")), Some(hashed(key)));
        assert!(!hashed(key).contains("0123456789ABC"));
        for header in
            ["", "Bearer", "Bearer 00112233445566778899aabbccddeeff", &format!("Basic {key}"), &format!("Bearer vk_{}", "0".repeat(99))]
        {
            assert_eq!(hash_in(header), None, "{header}");
        }
    }
}
