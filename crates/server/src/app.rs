//! What every handler works with.

use crate::activity::Activity;
use crate::clock::Clock;
use crate::live::Live;
use crate::notice::Notices;
use crate::people::Passwords;
use crate::reviews::Shelves;
use crate::secret::Secret;
use crate::sought::Sought;
use crate::store::{Store, StoreError};
use crate::tries::Tries;
use domain::Instant;
use domain::gs1::Hosts;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// Words and marks by shoppers in ten minutes. A whole store's phones may come from one address.
const SAID: usize = 120;

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    store: Store,
    live: Live,
    clock: Clock,
    secret: Secret,
    data: PathBuf,
    media: PathBuf,
    hosts: Hosts,
    passwords: Passwords,
    sign_in_tries: Tries,
    code_tries: Tries,
    said_tries: Tries,
    shelves: Shelves,
    sought: Sought,
    beacon_tries: Tries,
    activity: Activity,
    key_tries: Tries,
    webhooks_go_anywhere: AtomicBool,
    notices: OnceLock<Notices>,
    notice_tries: Tries,
}

/// Batches of beacons from one place within the window: a store's guests share one address.
const BEACONS: usize = 1200;
const BEACON_WINDOW: Duration = Duration::from_secs(60);

/// How often staff sends one order's notice again within 15 minutes.
const NOTICES: usize = 3;

impl App {
    /// Reads the snapshots and begins to follow the event table. `data` is the folder that media lie in.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn start(store: Store, data: &Path, clock: Clock, hosts: Hosts) -> Result<Self, StoreError> {
        let secret = Secret::load(&store).await?;
        let live = Live::start(store.clone(), clock.clone()).await?;
        Ok(Self(Arc::new(Inner {
            store,
            live,
            clock,
            secret,
            data: data.to_owned(),
            media: data.join("media"),
            hosts,
            passwords: Passwords::default(),
            sign_in_tries: Tries::default(),
            code_tries: Tries::default(),
            said_tries: Tries::new(SAID, Duration::from_secs(10 * 60)),
            shelves: Shelves::default(),
            sought: Sought::default(),
            beacon_tries: Tries::new(BEACONS, BEACON_WINDOW),
            activity: Activity::default(),
            key_tries: Tries::new(600, Duration::from_secs(60)),
            webhooks_go_anywhere: AtomicBool::new(false),
            notices: OnceLock::new(),
            notice_tries: Tries::new(NOTICES, Duration::from_secs(15 * 60)),
        })))
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The snapshots and streams.
    pub fn live(&self) -> &Live {
        &self.0.live
    }

    /// The server's time.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The key for codes and tokens.
    pub fn secret(&self) -> &Secret {
        &self.0.secret
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.0.data
    }

    /// The folder of pictures, by content hash.
    pub fn media(&self) -> &Path {
        &self.0.media
    }

    /// Our own host names.
    pub fn hosts(&self) -> &Hosts {
        &self.0.hosts
    }

    /// Now, by the server's time.
    pub fn now(&self) -> Instant {
        self.0.clock.now()
    }

    /// Password hashing, bounded.
    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    /// How often somebody may try to sign in.
    pub fn sign_in_tries(&self) -> &Tries {
        &self.0.sign_in_tries
    }

    /// Counts what shoppers search for.
    pub fn sought(&self) -> &Sought {
        &self.0.sought
    }

    /// What shoppers do, counted.
    pub fn activity(&self) -> &Activity {
        &self.0.activity
    }

    /// How often screens of one place may tell of use.
    pub fn beacon_tries(&self) -> &Tries {
        &self.0.beacon_tries
    }

    /// How often somebody may try a pickup code.
    pub fn code_tries(&self) -> &Tries {
        &self.0.code_tries
    }

    /// How often another system may ask.
    pub fn key_tries(&self) -> &Tries {
        &self.0.key_tries
    }

    /// Webhooks may go into private networks and over plain http: a setting of whoever runs the server.
    pub fn let_webhooks_go_anywhere(&self) {
        self.0.webhooks_go_anywhere.store(true, Ordering::Relaxed);
    }

    /// Whether they may.
    pub fn webhooks_go_anywhere(&self) -> bool {
        self.0.webhooks_go_anywhere.load(Ordering::Relaxed)
    }

    /// Sends notices these ways from now on; the first word counts. Without one there are no notices.
    pub fn send_notices_by(&self, notices: Notices) {
        let _ = self.0.notices.set(notices);
    }

    /// The ways to shoppers.
    pub fn notices(&self) -> &Notices {
        self.0.notices.get_or_init(Notices::default)
    }

    /// How often staff may send a notice again.
    pub fn notice_tries(&self) -> &Tries {
        &self.0.notice_tries
    }

    /// How often somebody may say something about a review or leave a line.
    pub fn said_tries(&self) -> &Tries {
        &self.0.said_tries
    }

    /// The reviews of products that were looked at last.
    pub fn shelves(&self) -> &Shelves {
        &self.0.shelves
    }
}
