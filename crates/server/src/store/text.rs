//! Words that belong to data.

use super::{Ask, Row, StoreError, Tx, text};
use domain::ids::OrgId;
use domain::{Language, Text};
use std::collections::HashMap;
use uuid::Uuid;

/// Texts of one kind of entity, by its id and field. A large shop has half a million of them: ids are numbers here, and a field's name
/// stands once.
#[derive(Default)]
pub struct Texts {
    fields: HashMap<String, u32>,
    of: HashMap<Uuid, Vec<(u32, Text)>>,
}

impl Texts {
    /// The field's text; empty when nobody wrote one.
    pub fn get(&self, id: impl Into<Uuid>, field: &str) -> Text {
        self.find(id, field).unwrap_or_default()
    }

    /// The field's text, where somebody wrote one.
    pub fn find(&self, id: impl Into<Uuid>, field: &str) -> Option<Text> {
        let field = self.fields.get(field)?;
        self.of.get(&id.into())?.iter().find(|(known, _)| known == field).map(|(_, text)| text.clone())
    }

    fn add(&mut self, row: &Row) -> Result<(), StoreError> {
        let mut parts = row.text(1)?.splitn(3, ' ');
        let mut part = || parts.next().ok_or_else(|| StoreError::Corrupt("a text without its language".into()));
        let (field, language, value) = (self.number(part()?)?, part()?, part()?.to_owned());
        let language: Language = language.parse().map_err(|_| StoreError::Corrupt(format!("{language} is no language")))?;
        let id = row.parse(0)?;
        let texts = self.of.entry(id).or_default();
        match texts.iter_mut().find(|(known, _)| *known == field) {
            Some((_, text)) => text.set(language, value),
            None => texts.push((field, Text::from_iter([(language, value)]))),
        }
        Ok(())
    }

    fn number(&mut self, field: &str) -> Result<u32, StoreError> {
        if let Some(number) = self.fields.get(field) {
            return Ok(*number);
        }
        let number = u32::try_from(self.fields.len()).map_err(|_| StoreError::Corrupt("too many kinds of text".into()))?;
        self.fields.insert(field.to_owned(), number);
        Ok(number)
    }
}

/// All texts of one kind of entity.
///
/// # Errors
/// When the database is away.
pub async fn load(ask: &mut (impl Ask + Send), org: OrgId, entity: &str) -> Result<Texts, StoreError> {
    // Every column of half a million rows counts; a field's name and a language have no spaces.
    let sql = "SELECT entity_id, field || ' ' || language || ' ' || value FROM text WHERE org_id = $1 AND entity = $2";
    let mut texts = Texts::default();
    ask.visit(sql, &[text(org), text(entity)], |row| texts.add(&row)).await?;
    Ok(texts)
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
