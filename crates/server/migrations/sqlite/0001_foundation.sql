-- Portable SQL only: TEXT, BIGINT, BOOLEAN. Ids are uuids and instants milliseconds UTC, both made by the program.
-- `store_id` leads every key of a per-store table, so that a distributed PostgreSQL can shard by it.

CREATE TABLE org (
    org_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- What the deployment keeps for itself: the key for codes and tokens.
CREATE TABLE secret (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Words that belong to data, in any number of languages.
CREATE TABLE text (
    org_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (org_id, entity, entity_id, field, language)
);

CREATE TABLE store (
    store_id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    time_zone TEXT NOT NULL,
    currency TEXT NOT NULL,
    languages TEXT NOT NULL,
    latitude BIGINT NOT NULL,
    longitude BIGINT NOT NULL,
    position BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Minutes after midnight in the store's time zone; weekday 1 is Monday (ISO 8601). No row is a day off.
CREATE TABLE opening_hours (
    store_id TEXT NOT NULL,
    weekday BIGINT NOT NULL,
    opens BIGINT NOT NULL,
    closes BIGINT NOT NULL,
    PRIMARY KEY (store_id, weekday)
);

-- Catalogue, per organisation.

CREATE TABLE product (
    org_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    country TEXT NOT NULL,
    position BIGINT NOT NULL,
    retired_at BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, product_id)
);

CREATE TABLE variant (
    org_id TEXT NOT NULL,
    variant_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    colour TEXT,
    width BIGINT,
    height BIGINT,
    depth BIGINT,
    retired_at BIGINT,
    PRIMARY KEY (org_id, variant_id)
);

-- kind: gtin | sku | in-store. Many codes lead to one variant; a code may be retired and never changes its variant silently.
CREATE TABLE code (
    org_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    variant_id TEXT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (org_id, kind, code)
);
CREATE INDEX code_by_variant ON code (org_id, variant_id);

-- A row without store holds in all stores; one with a store wins there. Minor units; the exponent is ISO 4217's.
CREATE TABLE price (
    org_id TEXT NOT NULL,
    price_id TEXT NOT NULL,
    variant_id TEXT NOT NULL,
    store_id TEXT,
    currency TEXT NOT NULL,
    minor BIGINT NOT NULL,
    sale_minor BIGINT,
    valid_from BIGINT NOT NULL,
    valid_until BIGINT,
    PRIMARY KEY (org_id, price_id)
);
CREATE INDEX price_by_variant ON price (org_id, variant_id);

-- A file under the data folder, named by its content's hash.
CREATE TABLE media (
    org_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (org_id, hash)
);

-- entity: product | variant | person.
CREATE TABLE picture (
    org_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (org_id, entity, entity_id, position)
);

-- A rating keeps its source's scale and value; stars is the normalised one, 1 to 5.
CREATE TABLE review (
    org_id TEXT NOT NULL,
    review_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    source TEXT NOT NULL,
    scale BIGINT NOT NULL,
    value BIGINT NOT NULL,
    stars BIGINT NOT NULL,
    author TEXT NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL,
    verified BOOLEAN NOT NULL,
    helpful BIGINT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, review_id)
);
CREATE INDEX review_by_product ON review (org_id, product_id, written_at);

CREATE TABLE collection (
    org_id TEXT NOT NULL,
    collection_id TEXT NOT NULL,
    slug TEXT NOT NULL,
    position BIGINT NOT NULL,
    curator_id TEXT NOT NULL,
    PRIMARY KEY (org_id, collection_id),
    UNIQUE (org_id, slug)
);

CREATE TABLE collection_member (
    org_id TEXT NOT NULL,
    collection_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (org_id, collection_id, product_id)
);

CREATE TABLE staff_note (
    org_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, product_id)
);

-- People.

CREATE TABLE person (
    org_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    login TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT,
    PRIMARY KEY (org_id, person_id),
    UNIQUE (org_id, login)
);

CREATE TABLE membership (
    store_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (store_id, person_id)
);

-- Only a hash of the cookie's token is kept.
CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- Floors, per store. Revisions never change.

CREATE TABLE planogram_revision (
    store_id TEXT NOT NULL,
    revision BIGINT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    published_at BIGINT,
    PRIMARY KEY (store_id, revision)
);

-- Slots live outside revisions: their codes are unique in the deployment and never reused.
CREATE TABLE slot (
    slot_code TEXT PRIMARY KEY,
    store_id TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Stock, per store. The buckets are the sums of movements; a row is the store's assortment.

CREATE TABLE stock (
    store_id TEXT NOT NULL,
    variant_id TEXT NOT NULL,
    floor BIGINT NOT NULL,
    bin BIGINT NOT NULL,
    putback BIGINT NOT NULL,
    display BIGINT NOT NULL,
    claimed BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, variant_id)
);

CREATE TABLE movement (
    store_id TEXT NOT NULL,
    movement_id TEXT NOT NULL,
    variant_id TEXT NOT NULL,
    from_bucket TEXT NOT NULL,
    to_bucket TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    reference TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (store_id, movement_id)
);
CREATE INDEX movement_by_variant ON movement (store_id, variant_id);

CREATE TABLE shortfall (
    store_id TEXT NOT NULL,
    shortfall_id TEXT NOT NULL,
    variant_id TEXT NOT NULL,
    owner_id TEXT,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (store_id, shortfall_id)
);
CREATE INDEX shortfall_by_variant ON shortfall (store_id, variant_id);

-- Reservations, per store.

CREATE TABLE reservation (
    store_id TEXT NOT NULL,
    reservation_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    held_at BIGINT NOT NULL,
    since BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    placed_at BIGINT,
    promised_at BIGINT,
    picker_id TEXT,
    last_scan_at BIGINT,
    bin TEXT,
    has_contact BOOLEAN NOT NULL,
    notified_at BIGINT,
    pickup_by BIGINT,
    extended BOOLEAN NOT NULL,
    ended_because TEXT,
    due_at BIGINT,
    token_hash TEXT NOT NULL,
    code_hash TEXT,
    code_epoch BIGINT NOT NULL,
    number BIGINT,
    nickname TEXT,
    contact TEXT,
    PRIMARY KEY (store_id, reservation_id)
);
CREATE UNIQUE INDEX reservation_by_token ON reservation (token_hash);
CREATE INDEX reservation_by_code ON reservation (store_id, code_hash);
CREATE INDEX reservation_by_state ON reservation (store_id, state, since);
CREATE INDEX reservation_by_due ON reservation (due_at);

CREATE TABLE reservation_line (
    store_id TEXT NOT NULL,
    reservation_id TEXT NOT NULL,
    variant_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    requested BIGINT NOT NULL,
    held BIGINT NOT NULL,
    picked BIGINT NOT NULL,
    collected BIGINT NOT NULL,
    title TEXT,
    price_minor BIGINT,
    currency TEXT,
    missing BIGINT,
    substitutes TEXT,
    PRIMARY KEY (store_id, reservation_id, variant_id)
);
CREATE INDEX reservation_line_by_variant ON reservation_line (store_id, variant_id);

-- The day is the store's, `2026-11-22`; numbers begin at 1 every day.
CREATE TABLE pickup_number (
    store_id TEXT NOT NULL,
    day TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (store_id, day)
);

CREATE TABLE putback (
    store_id TEXT NOT NULL,
    putback_id TEXT NOT NULL,
    variant_id TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    reservation_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    done_at BIGINT,
    done_by TEXT,
    PRIMARY KEY (store_id, putback_id)
);

-- What is to be sent to shoppers; the address stands in the reservation.
CREATE TABLE notice (
    store_id TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    reservation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    PRIMARY KEY (store_id, notice_id)
);

-- What happened: gap-free numbers per store. audience: public | staff.

CREATE TABLE event_counter (
    store_id TEXT PRIMARY KEY,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE event (
    store_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    audience TEXT NOT NULL,
    reservation_id TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (store_id, seq)
);

-- A command's key, what was asked (hash) and what came of it (a reference, never a body).
CREATE TABLE idempotency (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    outcome TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);
