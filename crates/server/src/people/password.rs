//! Passwords: argon2id with OWASP's least parameters (19 MiB, 2 passes), away from the async threads and few at a time.

use crate::failure::Failure;
use api::Code;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, Salt};
use argon2::{Argon2, password_hash};
use rand::Rng;
use std::time::Duration;
use tokio::sync::Semaphore;

/// A hash that nobody's password has, with the same parameters: checking it takes as long as checking a real one.
const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz$dGhlcmUgaXMgbm90aGluZyB0byBiZSBzZWVuIGhlcmU";
/// How long a sign-in waits for its turn.
const PATIENCE: Duration = Duration::from_secs(10);

/// Checks passwords, as many at once as there are processors.
pub struct Passwords {
    turns: Semaphore,
}

impl Default for Passwords {
    fn default() -> Self {
        let turns = std::thread::available_parallelism().map_or(1, usize::from);
        Self { turns: Semaphore::new(turns) }
    }
}

impl Passwords {
    /// Whether the password is the one of this hash. Without a hash it works as long and says no, so that nobody learns
    /// which logins there are.
    ///
    /// # Errors
    /// `Unavailable` when too many wait.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, Failure> {
        let busy = || Failure::new(Code::Unavailable, "too many people sign in just now").retry_after(5);
        let _turn = tokio::time::timeout(PATIENCE, self.turns.acquire()).await.map_err(|_| busy())?.map_err(Failure::internal)?;
        let check = move || holds(&password, hash.as_deref().unwrap_or(DECOY)) && hash.is_some();
        tokio::task::spawn_blocking(check).await.map_err(Failure::internal)
    }
}

/// A new password's hash with a salt of its own; takes tens of milliseconds.
///
/// # Errors
/// When it is longer than argon2 takes.
pub fn hash(password: &str) -> Result<String, password_hash::Error> {
    let mut salt = [0; 16];
    rand::rng().fill(&mut salt);
    let salt = password_hash::SaltString::encode_b64(&salt)?;
    Argon2::default().hash_password(password.as_bytes(), Salt::from(&salt)).map(|hash| hash.to_string())
}

fn holds(password: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
}

/// A password that somebody may copy from a screen once: 20 characters that are not confused with each other.
pub fn generate() -> String {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut rng = rand::rng();
    (0..20).map(|_| char::from(LETTERS[rng.random_range(0..LETTERS.len())])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_held_against_its_own_hash() {
        let (passwords, right) = (Passwords::default(), hash("onmaru-demo").expect("a hash"));
        assert!(right.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{right}");
        assert!(passwords.verify("onmaru-demo".into(), Some(right.clone())).await.expect("a turn"));
        assert!(!passwords.verify("onmaru".into(), Some(right)).await.expect("a turn"));
        assert!(!passwords.verify("onmaru-demo".into(), None).await.expect("a turn"));
    }

    #[test]
    fn the_decoy_takes_as_long_as_a_real_hash() {
        let (real, decoy) = (hash("onmaru-demo").expect("a hash"), PasswordHash::new(DECOY).expect("a hash"));
        let real = PasswordHash::new(&real).expect("a hash");
        assert_eq!((real.algorithm, real.version, &real.params), (decoy.algorithm, decoy.version, &decoy.params));
        assert_eq!(real.hash.map(|hash| hash.len()), decoy.hash.map(|hash| hash.len()));
    }

    #[test]
    fn generated_passwords_differ() {
        assert_ne!(generate(), generate());
        assert_eq!(generate().len(), 20);
    }
}
