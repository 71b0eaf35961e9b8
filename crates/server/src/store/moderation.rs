//! Reports by shoppers, and what the shop did about them.

use super::{Ask, Row, StoreError, Tx, int, text, text_or_null};
use domain::Instant;
use domain::ids::{ModerationId, OrgId, PersonId, ReviewId};
use domain::reviews::{Act, ReportReason, Subject, looks_personal};
use uuid::Uuid;

/// Open reports of one subject with one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reports {
    /// Review or line.
    pub subject: Subject,
    /// Which.
    pub id: Uuid,
    /// Why.
    pub reason: ReportReason,
    /// How many.
    pub count: u32,
    /// When the first came.
    pub since: Instant,
}

/// What somebody decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: ModerationId,
    /// Review or line.
    pub subject: Subject,
    /// Which.
    pub about: Uuid,
    /// What was done.
    pub act: Act,
    /// Why.
    pub reason: Option<ReportReason>,
    /// By whom.
    pub person: PersonId,
    /// When.
    pub at: Instant,
}

/// Somebody reports something.
///
/// # Errors
/// When the database refuses.
pub async fn report(
    tx: &mut Tx,
    org: OrgId,
    id: Uuid,
    (subject, about): (Subject, Uuid),
    reason: ReportReason,
    now: Instant,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO report (org_id, report_id, subject, subject_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)";
    tx.execute(sql, &[text(org), text(id), text(subject), text(about), text(reason), now.into()]).await?;
    Ok(())
}

/// What is open, by subject and reason.
///
/// # Errors
/// When the database is away.
pub async fn open(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<Reports>, StoreError> {
    let sql = "SELECT subject, subject_id, reason, COUNT(*), MIN(at) FROM report WHERE org_id = $1 AND settled_at IS NULL \
               GROUP BY subject, subject_id, reason ORDER BY subject, subject_id, reason";
    let decode = |row: &Row| {
        let (subject, id, reason) = (row.parse(0)?, row.parse(1)?, row.parse(2)?);
        Ok(Reports { subject, id, reason, count: row.number(3)?, since: row.instant(4)? })
    };
    ask.fetch(sql, &[text(org)]).await?.iter().map(decode).collect()
}

/// Shown reviews that may give somebody away and that nobody has decided about yet, the oldest first. The database leaves out what
/// cannot be, the domain decides.
///
/// # Errors
/// When the database is away.
pub async fn suspects(ask: &mut (impl Ask + Send), org: OrgId, most: usize) -> Result<Vec<(ReviewId, Instant)>, StoreError> {
    let sql = "SELECT r.review_id, r.written_at, r.title, r.body FROM review r WHERE r.org_id = $1 AND r.state = 'shown' \
               AND (r.body LIKE '%@%' OR r.body LIKE '%0%' OR r.body LIKE '%+%' OR r.body LIKE '%-%' \
               OR r.title LIKE '%@%' OR r.title LIKE '%0%' OR r.title LIKE '%+%' OR r.title LIKE '%-%') \
               AND NOT EXISTS (SELECT 1 FROM moderation m WHERE m.org_id = r.org_id AND m.subject = 'review' AND m.subject_id = r.review_id) \
               ORDER BY r.written_at, r.review_id";
    let rows = ask.fetch(sql, &[text(org)]).await?;
    let is_suspect = |row: &&Row| [2, 3].into_iter().any(|column| row.text(column).is_ok_and(looks_personal));
    rows.iter().filter(is_suspect).take(most).map(|row| Ok((row.parse(0)?, row.instant(1)?))).collect()
}

/// Keeps a decision; the subject's reports are settled by it.
///
/// # Errors
/// When the database refuses.
pub async fn decide(tx: &mut Tx, org: OrgId, decision: &Decision) -> Result<(), StoreError> {
    let Decision { id, subject, about, act, reason, person, at } = *decision;
    let sql = "UPDATE report SET settled_at = $4 WHERE org_id = $1 AND subject = $2 AND subject_id = $3 AND settled_at IS NULL";
    tx.execute(sql, &[text(org), text(subject), text(about), at.into()]).await?;
    let sql = "INSERT INTO moderation (org_id, moderation_id, subject, subject_id, act, reason, person_id, at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = [text(org), text(id), text(subject), text(about), text(act), text_or_null(reason), text(person), at.into()];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// The latest decisions, the newest first.
///
/// # Errors
/// When the database is away.
pub async fn history(ask: &mut (impl Ask + Send), org: OrgId, limit: u32) -> Result<Vec<Decision>, StoreError> {
    let sql = "SELECT moderation_id, subject, subject_id, act, reason, person_id, at FROM moderation \
               WHERE org_id = $1 ORDER BY at DESC, moderation_id DESC LIMIT $2";
    let decode = |row: &Row| {
        Ok(Decision {
            id: row.parse(0)?,
            subject: row.parse(1)?,
            about: row.parse(2)?,
            act: row.parse(3)?,
            reason: row.parse_or_null(4)?,
            person: row.parse(5)?,
            at: row.instant(6)?,
        })
    };
    ask.fetch(sql, &[text(org), int(limit)]).await?.iter().map(decode).collect()
}
