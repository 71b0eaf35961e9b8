//! The contract over HTTP: every endpoint, every kind of refusal, every role.

#[path = "contract/access.rs"]
mod access;
#[path = "contract/counts.rs"]
mod counts;
#[path = "contract/curation.rs"]
mod curation;
#[path = "contract/every.rs"]
mod every;
#[path = "contract/floorwork.rs"]
mod floorwork;
#[path = "contract/goods.rs"]
mod goods;
#[path = "contract/imports.rs"]
mod imports;
#[path = "contract/integration.rs"]
mod integration;
#[path = "contract/keys.rs"]
mod keys;
#[path = "contract/mounted.rs"]
mod mounted;
#[path = "contract/notices.rs"]
mod notices;
#[path = "contract/origin.rs"]
mod origin;
#[path = "contract/pages.rs"]
mod pages;
#[path = "contract/pickups.rs"]
mod pickups;
#[path = "contract/pictures.rs"]
mod pictures;
#[path = "contract/problems.rs"]
mod problems;
#[path = "contract/replies.rs"]
mod replies;
#[path = "contract/reservations.rs"]
mod reservations;
#[path = "contract/reviews.rs"]
mod reviews;
#[path = "common/serve.rs"]
mod serve;
#[path = "contract/sign_in.rs"]
mod sign_in;
#[path = "contract/slots.rs"]
mod slots;
