//! People, where they work, and their sessions.

use super::text::load as load_texts;
use super::{Ask, Row, StoreError, Tx, int, text};
use crate::people::Person;
use api::store::StoreCard;
use domain::access::Role;
use domain::ids::{OrgId, PersonId, StoreId};
use domain::{Instant, Text};

/// Somebody who may sign in.
#[derive(Clone, Debug)]
pub struct Known {
    /// Whose people they are.
    pub org: OrgId,
    /// Their id.
    pub person: PersonId,
    /// argon2id, as a PHC string.
    pub password_hash: String,
    /// The highest that they are anywhere.
    pub role: Role,
}

/// The person with this login (lower case) who works somewhere.
///
/// # Errors
/// When the database is away.
pub async fn by_login(ask: &mut (impl Ask + Send), login: &str) -> Result<Option<Known>, StoreError> {
    let sql = "SELECT p.org_id, p.person_id, p.password_hash, m.role FROM person p JOIN membership m ON m.person_id = p.person_id \
               WHERE p.login = $1 AND p.disabled_at IS NULL ORDER BY p.org_id, m.store_id";
    let rows = ask.fetch(sql, &[text(login)]).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let role = highest(&rows, 3)?.ok_or_else(|| StoreError::Corrupt("a membership without role".into()))?;
    Ok(Some(Known { org: first.parse(0)?, person: first.parse(1)?, password_hash: first.text(2)?.to_owned(), role }))
}

/// The person with this login (lower case), whether they work anywhere or not.
///
/// # Errors
/// When the database is away.
pub async fn find(ask: &mut (impl Ask + Send), login: &str) -> Result<Option<PersonId>, StoreError> {
    let row = ask.fetch_one("SELECT person_id FROM person WHERE login = $1 ORDER BY org_id LIMIT 1", &[text(login)]).await?;
    row.map(|row| row.parse(0)).transpose()
}

/// Adds a person, who cannot sign in before a store has them.
///
/// # Errors
/// `Taken` when the login is.
pub async fn add(tx: &mut Tx, org: OrgId, person: PersonId, login: &str, password_hash: &str, now: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO person (org_id, person_id, login, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, &[text(org), text(person), text(login.to_lowercase()), text(password_hash), now.into()]).await?;
    Ok(())
}

/// Makes a person something in a store, in the place of what they were there.
///
/// # Errors
/// When the database refuses.
pub async fn join(tx: &mut Tx, store: StoreId, person: PersonId, role: Role) -> Result<(), StoreError> {
    let sql = "INSERT INTO membership (store_id, person_id, role) VALUES ($1, $2, $3) \
               ON CONFLICT (store_id, person_id) DO UPDATE SET role = excluded.role";
    tx.execute(sql, &[text(store), text(person), text(role_text(role))]).await?;
    Ok(())
}

/// Sets a new password and ends every session of the login; whether there is such a login.
///
/// # Errors
/// When the database refuses.
pub async fn set_password(tx: &mut Tx, login: &str, password_hash: &str) -> Result<bool, StoreError> {
    let login = login.to_lowercase();
    let sql = "DELETE FROM session WHERE person_id IN (SELECT person_id FROM person WHERE login = $1)";
    tx.execute(sql, &[text(&login)]).await?;
    let sql = "UPDATE person SET password_hash = $2 WHERE login = $1";
    Ok(tx.execute(sql, &[text(login), text(password_hash)]).await? > 0)
}

/// Begins a session and forgets this person's that are over.
///
/// # Errors
/// When the database refuses.
pub async fn begin_session(tx: &mut Tx, token_hash: &str, known: &Known, now: Instant, until: Instant) -> Result<(), StoreError> {
    let sql = "DELETE FROM session WHERE person_id = $1 AND expires_at <= $2";
    tx.execute(sql, &[text(known.person), now.into()]).await?;
    let sql = "INSERT INTO session (token_hash, org_id, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, &[text(token_hash), text(known.org), text(known.person), now.into(), until.into()]).await?;
    Ok(())
}

/// Moves a session's end.
///
/// # Errors
/// When the database refuses.
pub async fn renew_session(tx: &mut Tx, token_hash: &str, until: Instant) -> Result<(), StoreError> {
    tx.execute("UPDATE session SET expires_at = $2 WHERE token_hash = $1", &[text(token_hash), until.into()]).await?;
    Ok(())
}

/// Ends a session, where there is one.
///
/// # Errors
/// When the database refuses.
pub async fn end_session(tx: &mut Tx, token_hash: &str) -> Result<(), StoreError> {
    tx.execute("DELETE FROM session WHERE token_hash = $1", &[text(token_hash)]).await?;
    Ok(())
}

/// Who has this session now.
///
/// # Errors
/// When the database is away.
pub async fn session(ask: &mut (impl Ask + Send), token_hash: &str, now: Instant) -> Result<Option<Person>, StoreError> {
    let sql = "SELECT s.org_id, s.person_id, s.expires_at, m.role FROM session s \
               JOIN person p ON p.org_id = s.org_id AND p.person_id = s.person_id \
               JOIN membership m ON m.person_id = s.person_id \
               WHERE s.token_hash = $1 AND s.expires_at > $2 AND p.disabled_at IS NULL ORDER BY m.store_id";
    let rows = ask.fetch(sql, &[text(token_hash), int(now.millis())]).await?;
    let (Some(first), Some(role)) = (rows.first(), highest(&rows, 3)?) else { return Ok(None) };
    Ok(Some(Person { id: first.parse(1)?, org: first.parse(0)?, store: None, role, expires_at: first.instant(2)? }))
}

/// What a person is in the store with this slug.
///
/// # Errors
/// When the database is away.
pub async fn membership(ask: &mut (impl Ask + Send), person: PersonId, slug: &str) -> Result<Option<(StoreId, Role)>, StoreError> {
    let sql = "SELECT m.store_id, m.role FROM membership m JOIN store s ON s.store_id = m.store_id WHERE s.slug = $1 AND m.person_id = $2";
    let row = ask.fetch_one(sql, &[text(slug), text(person)]).await?;
    row.map(|row| Ok((row.parse(0)?, role_in(&row, 1)?))).transpose()
}

/// Where a person works, in the organisation's order.
///
/// # Errors
/// When the database is away.
pub async fn stores(ask: &mut (impl Ask + Send), org: OrgId, person: PersonId) -> Result<Vec<StoreCard>, StoreError> {
    let texts = load_texts(ask, org, "store").await?;
    let sql = "SELECT s.slug, s.store_id, s.time_zone, s.currency FROM store s JOIN membership m ON m.store_id = s.store_id \
               WHERE m.person_id = $1 ORDER BY s.position, s.store_id";
    let rows = ask.fetch(sql, &[text(person)]).await?;
    let card = |row: &Row| {
        let (slug, id) = (row.text(0)?.to_owned(), row.parse::<StoreId>(1)?);
        let (name, address) = (texts.get(id, "name"), texts.get(id, "address"));
        Ok(StoreCard { slug, name, address, time_zone: row.text(2)?.to_owned(), currency: row.parse(3)? })
    };
    rows.iter().map(card).collect()
}

/// Whether somebody belongs to an organisation.
///
/// # Errors
/// When the database is away.
pub async fn is_of(ask: &mut (impl Ask + Send), org: OrgId, person: PersonId) -> Result<bool, StoreError> {
    let sql = "SELECT person_id FROM person WHERE org_id = $1 AND person_id = $2";
    Ok(ask.fetch_one(sql, &[text(org), text(person)]).await?.is_some())
}

/// A person's name; empty when nobody wrote one.
///
/// # Errors
/// When the database is away.
pub async fn name(ask: &mut (impl Ask + Send), org: OrgId, person: PersonId) -> Result<Text, StoreError> {
    let sql = "SELECT language, value FROM text WHERE org_id = $1 AND entity = 'person' AND entity_id = $2 AND field = 'name'";
    let rows = ask.fetch(sql, &[text(org), text(person)]).await?;
    rows.iter().map(|row| Ok((row.parse(0)?, row.text(1)?.to_owned()))).collect()
}

/// As the column `role` has it.
pub fn role_text(role: Role) -> &'static str {
    match role {
        Role::Staff => "staff",
        Role::Merchandiser => "merchandiser",
        Role::Manager => "manager",
        Role::Admin => "admin",
    }
}

fn role_in(row: &Row, column: usize) -> Result<Role, StoreError> {
    let wanted = row.text(column)?;
    let role = Role::ALL.into_iter().find(|role| role_text(*role) == wanted);
    role.ok_or_else(|| StoreError::Corrupt(format!("there is no role {wanted}")))
}

fn highest(rows: &[Row], column: usize) -> Result<Option<Role>, StoreError> {
    let roles: Vec<Role> = rows.iter().map(|row| role_in(row, column)).collect::<Result<_, _>>()?;
    Ok(roles.into_iter().max())
}
