//! Words that belong to data.

use super::{Ask, StoreError, Tx, text};
use domain::ids::OrgId;
use domain::{Language, Text};
use std::collections::HashMap;

/// Texts of one kind of entity, by its id and field.
#[derive(Default)]
pub struct Texts(HashMap<(String, String), Text>);

impl Texts {
    /// The field's text; empty when nobody wrote one.
    pub fn get(&self, id: impl ToString, field: &str) -> Text {
        self.0.get(&(id.to_string(), field.to_owned())).cloned().unwrap_or_default()
    }

    /// The field's text, where somebody wrote one.
    pub fn find(&self, id: impl ToString, field: &str) -> Option<Text> {
        self.0.get(&(id.to_string(), field.to_owned())).cloned()
    }
}

/// All texts of one kind of entity.
///
/// # Errors
/// When the database is away.
pub async fn load(ask: &mut (impl Ask + Send), org: OrgId, entity: &str) -> Result<Texts, StoreError> {
    let sql = "SELECT entity_id, field, language, value FROM text WHERE org_id = $1 AND entity = $2";
    let mut texts = HashMap::<(String, String), Text>::new();
    for row in ask.fetch(sql, &[text(org), text(entity)]).await? {
        let key = (row.text(0)?.to_owned(), row.text(1)?.to_owned());
        texts.entry(key).or_default().set(row.parse::<Language>(2)?, row.text(3)?.to_owned());
    }
    Ok(Texts(texts))
}

/// Takes a text away in all its languages.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, org: OrgId, entity: &str, id: impl ToString, field: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM text WHERE org_id = $1 AND entity = $2 AND entity_id = $3 AND field = $4";
    tx.execute(sql, &[text(org), text(entity), text(id), text(field)]).await?;
    Ok(())
}

/// Writes a text in all its languages; languages it lacks stay as they were.
///
/// # Errors
/// When the database refuses.
pub async fn save(tx: &mut Tx, org: OrgId, entity: &str, id: impl ToString, field: &str, words: &Text) -> Result<(), StoreError> {
    let id = id.to_string();
    for (language, value) in words.iter() {
        let sql = "INSERT INTO text (org_id, entity, entity_id, field, language, value) VALUES ($1, $2, $3, $4, $5, $6) \
                   ON CONFLICT (org_id, entity, entity_id, field, language) DO UPDATE SET value = excluded.value";
        tx.execute(sql, &[text(org), text(entity), text(&id), text(field), text(language), text(value)]).await?;
    }
    Ok(())
}
