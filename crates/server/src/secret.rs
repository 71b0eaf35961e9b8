//! The deployment's key, and what is made from it: tokens and pickup codes that can be shown again though only hashes of
//! them are stored. Neither can be derived from the other without the key.

use crate::store::{Ask as _, Store, StoreError, text};
use domain::crockford::{self, PickupCode};
use domain::ids::{KeyId, ReservationId, WebhookId};

/// The key.
pub struct Secret([u8; 32]);

const NAME: &str = "reservation-key";

impl Secret {
    /// Reads the key, or makes it on the first start.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn load(store: &Store) -> Result<Self, StoreError> {
        let mut tx = store.begin().await?;
        let fresh = blake3::Hash::from_bytes(rand::random()).to_hex().to_string();
        let sql = "INSERT INTO secret (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
        tx.execute(sql, &[text(NAME), text(fresh)]).await?;
        let row = tx.fetch_one("SELECT value FROM secret WHERE name = $1", &[text(NAME)]).await?;
        let row = row.ok_or_else(|| StoreError::Corrupt("the key is missing".into()))?;
        let key = blake3::Hash::from_hex(row.text(0)?).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        tx.commit().await?;
        Ok(Self(*key.as_bytes()))
    }

    fn mac(&self, purpose: &str, parts: &[&str]) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        for part in [purpose].iter().chain(parts) {
            hasher.update(&u64::try_from(part.len()).unwrap_or(0).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        hasher.finalize()
    }

    /// The token that opens a reservation's page: 128 bits in hexadecimal.
    pub fn token(&self, reservation: ReservationId) -> String {
        self.mac("token", &[&reservation.to_string()]).to_hex()[..32].to_owned()
    }

    /// The code that its shopper shows; another with every `epoch`.
    pub fn code(&self, reservation: ReservationId, epoch: u32) -> PickupCode {
        let mac = self.mac("code", &[&reservation.to_string(), &epoch.to_string()]);
        let mut bits = [0; 8];
        bits.copy_from_slice(&mac.as_bytes()[..8]);
        PickupCode::from_bits(u64::from_le_bytes(bits))
    }

    /// What another system sends: 160 bits.
    pub fn system_key(&self, key: KeyId) -> String {
        format!("vk_{}", crockford::encode(&self.mac("system-key", &[&key.to_string()]).as_bytes()[..20]))
    }

    /// What a webhook's deliveries are signed with: 160 bits.
    pub fn webhook(&self, webhook: WebhookId) -> String {
        format!("whsec_{}", crockford::encode(&self.mac("webhook", &[&webhook.to_string()]).as_bytes()[..20]))
    }

    /// What is stored of a token, to find its reservation.
    pub fn token_hash(&self, token: &str) -> String {
        self.mac("token-hash", &[token]).to_hex().to_string()
    }

    /// What is stored of a device's own key, to find its call.
    pub fn device_hash(&self, key: &str) -> String {
        self.mac("device-hash", &[key]).to_hex().to_string()
    }

    /// What is stored of a code, to find its reservation in a store.
    pub fn code_hash(&self, code: &PickupCode) -> String {
        self.mac("code-hash", &[code.as_str()]).to_hex().to_string()
    }
}
