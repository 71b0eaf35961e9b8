//! Keys of other systems. Only a key's hash is kept.

use super::{Ask, Row, StoreError, Tx, text};
use api::connections::ApiKey;
use domain::Instant;
use domain::ids::{KeyId, OrgId};

/// A key that opens, as it is found by its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whose it is.
    pub org: OrgId,
    /// Its id.
    pub id: KeyId,
    /// As it is written down, which is not at each use.
    pub last_used_at: Option<Instant>,
}

/// Writes a new key.
///
/// # Errors
/// When the database refuses.
pub async fn add(tx: &mut Tx, org: OrgId, id: KeyId, name: &str, hash: &str, now: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO api_key (org_id, key_id, name, key_hash, created_at) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, &[text(org), text(id), text(name), text(hash), now.into()]).await?;
    Ok(())
}

/// All of an organisation, the newest first.
///
/// # Errors
/// When the database is away.
pub async fn all(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<ApiKey>, StoreError> {
    let sql = "SELECT key_id, name, created_at, last_used_at, revoked_at FROM api_key WHERE org_id = $1 \
               ORDER BY created_at DESC, key_id DESC";
    ask.fetch(sql, &[text(org)]).await?.iter().map(decode).collect()
}

/// One of an organisation.
///
/// # Errors
/// When the database is away.
pub async fn find(ask: &mut (impl Ask + Send), org: OrgId, id: KeyId) -> Result<Option<ApiKey>, StoreError> {
    let sql = "SELECT key_id, name, created_at, last_used_at, revoked_at FROM api_key WHERE org_id = $1 AND key_id = $2";
    ask.fetch_one(sql, &[text(org), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// The key with this hash, unless it is revoked.
///
/// # Errors
/// When the database is away.
pub async fn by_hash(ask: &mut (impl Ask + Send), hash: &str) -> Result<Option<Found>, StoreError> {
    let sql = "SELECT org_id, key_id, last_used_at FROM api_key WHERE key_hash = $1 AND revoked_at IS NULL";
    let row = ask.fetch_one(sql, &[text(hash)]).await?;
    row.map(|row| Ok(Found { org: row.parse(0)?, id: row.parse(1)?, last_used_at: row.instant_or_null(2)? })).transpose()
}

/// It was used.
///
/// # Errors
/// When the database refuses.
pub async fn used(tx: &mut Tx, org: OrgId, id: KeyId, now: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE api_key SET last_used_at = $3 WHERE org_id = $1 AND key_id = $2";
    tx.execute(sql, &[text(org), text(id), now.into()]).await?;
    Ok(())
}

/// It is worth nothing from now on; again is as good as once.
///
/// # Errors
/// When the database refuses.
pub async fn revoke(tx: &mut Tx, org: OrgId, id: KeyId, now: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE api_key SET revoked_at = $3 WHERE org_id = $1 AND key_id = $2 AND revoked_at IS NULL";
    tx.execute(sql, &[text(org), text(id), now.into()]).await?;
    Ok(())
}

fn decode(row: &Row) -> Result<ApiKey, StoreError> {
    Ok(ApiKey {
        id: row.parse(0)?,
        name: row.text(1)?.to_owned(),
        created_at: row.instant(2)?,
        last_used_at: row.instant_or_null(3)?,
        revoked_at: row.instant_or_null(4)?,
    })
}
