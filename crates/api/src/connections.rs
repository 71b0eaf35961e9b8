//! Other systems of the organisation: the keys they come with, and the webhooks they are told by.

pub mod add_key;
pub mod add_webhook;
pub mod list_deliveries;
pub mod list_keys;
pub mod list_webhooks;
pub mod remove_webhook;
pub mod replay_dead;
pub mod replay_delivery;
pub mod revoke_key;
pub mod test_webhook;

use domain::Instant;
use domain::ids::{DeliveryId, KeyId, WebhookId};
use serde::{Deserialize, Serialize};

/// What a webhook may be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Topic {
    /// `reservation.placed`, `reservation.ready` and so on: an order went on.
    Reservation,
    /// `stock.changed`: what can be had of a variant.
    Stock,
    /// `planogram.published`: another plan is live.
    Planogram,
    /// `line.shown`: what somebody wrote who touched a product, once a moderator shows it.
    Line,
    /// One that a newer server knows.
    #[serde(other)]
    Other,
}

/// A key, without its secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ApiKey {
    /// Its id; batches that came with it are listed under it.
    pub id: KeyId,
    /// Whose it is: "Till", "Warehouse".
    pub name: String,
    /// Made at.
    pub created_at: Instant,
    /// Last used at, to five minutes; `None` before.
    pub last_used_at: Option<Instant>,
    /// Worth nothing since.
    pub revoked_at: Option<Instant>,
}

/// All keys, the newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Keys {
    /// Those that were revoked among them.
    pub keys: Vec<ApiKey>,
}

/// A new key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewKey {
    /// As it is listed.
    pub key: ApiKey,
    /// What to send as `Authorization: Bearer …`. Told this once.
    pub secret: String,
}

/// A webhook, without its secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Webhook {
    /// Its id.
    pub id: WebhookId,
    /// Where it goes.
    pub url: String,
    /// What it is told of.
    pub topics: Vec<Topic>,
    /// Made at.
    pub created_at: Instant,
    /// How the latest try went.
    pub last: Option<Delivery>,
    /// Deliveries on their way.
    pub waiting: u32,
    /// Deliveries given up.
    pub dead: u32,
}

/// All webhooks, the newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Webhooks {
    /// Those that are not removed.
    pub webhooks: Vec<Webhook>,
}

/// A new webhook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewWebhook {
    /// As it is listed.
    pub webhook: Webhook,
    /// What deliveries are signed with. Told this once.
    pub secret: String,
}

/// One event on its way to one webhook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Delivery {
    /// Its id, as in `Vitrine-Delivery`.
    pub id: DeliveryId,
    /// To which webhook.
    pub webhook: WebhookId,
    /// `reservation.ready`.
    pub event: String,
    /// Where it is.
    pub state: DeliveryState,
    /// Made at.
    pub created_at: Instant,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next.
    pub next_at: Option<Instant>,
    /// The HTTP status of the last answer.
    pub last_status: Option<u16>,
    /// Why the last try failed where there was no answer, in English, for developers.
    pub last_problem: Option<String>,
}

/// Where a delivery is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum DeliveryState {
    /// To be tried, perhaps again.
    Waiting,
    /// Answered with a 2xx.
    Sent,
    /// Given up; can be replayed.
    Dead,
    /// One that a newer server knows.
    #[serde(other)]
    Other,
}

/// Deliveries, the newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Deliveries {
    /// At most as many as asked.
    pub deliveries: Vec<Delivery>,
}

/// How many were touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Replayed {
    /// Deliveries that are tried again now.
    pub count: u32,
}

impl Topic {
    /// Every one that can be asked for.
    pub const ALL: [Self; 4] = [Self::Reservation, Self::Stock, Self::Planogram, Self::Line];

    /// As on the wire, and before the point of an event's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reservation => "reservation",
            Self::Stock => "stock",
            Self::Planogram => "planogram",
            Self::Line => "line",
            Self::Other => "other",
        }
    }
}
