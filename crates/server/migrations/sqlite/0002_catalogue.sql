-- The catalogue whole: what imports know, pictures in widths, reviews with their moderation, what goes with what, rules of
-- collections, what shoppers looked for, keys and webhooks of other systems.

-- What the merchant calls a product (a parent's SKU, a handle, an item group): a later import finds it by this.
ALTER TABLE product ADD COLUMN product_key TEXT;
-- The average that came with a file, in hundredths of a star, and of how many; never mixed with the computed one.
ALTER TABLE product ADD COLUMN given_hundredths BIGINT;
ALTER TABLE product ADD COLUMN given_count BIGINT;
CREATE UNIQUE INDEX product_by_key ON product (org_id, product_key);
CREATE INDEX product_by_position ON product (org_id, position);
CREATE INDEX variant_by_product ON variant (org_id, product_id);

-- Imports. state: running | done | stopped | undone. `rows_done` is written in the transaction of each batch: an import that was
-- cut short goes on after it. file_hash is blake3 of the bytes.
CREATE TABLE import (
    org_id TEXT NOT NULL,
    import_id TEXT NOT NULL,
    store_id TEXT,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    format TEXT NOT NULL,
    settings TEXT NOT NULL,
    state TEXT NOT NULL,
    actor TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    rows_total BIGINT NOT NULL,
    rows_done BIGINT NOT NULL,
    made BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    same BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    aside BIGINT NOT NULL,
    PRIMARY KEY (org_id, import_id)
);
CREATE INDEX import_by_start ON import (org_id, started_at);

-- What was wrong, per row and column; a flagged row may have been taken all the same (refused = FALSE).
CREATE TABLE import_flag (
    org_id TEXT NOT NULL,
    import_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    row_number BIGINT NOT NULL,
    column_name TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    refused BOOLEAN NOT NULL,
    PRIMARY KEY (org_id, import_id, position)
);

-- How things were before, for undo; `before` is NULL for what the import made. entity: product | review | aside | stock | basket.
CREATE TABLE import_change (
    org_id TEXT NOT NULL,
    import_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    before TEXT,
    PRIMARY KEY (org_id, import_id, position)
);

-- Pictures. `widths` are the WebP files that exist beside the original, `160,320`; `colour` is all of it
-- blurred into one, the placeholder.
ALTER TABLE media ADD COLUMN width BIGINT;
ALTER TABLE media ADD COLUMN height BIGINT;
ALTER TABLE media ADD COLUMN widths TEXT;
ALTER TABLE media ADD COLUMN colour TEXT;

-- Pictures that a file names and that are not here yet. state: waiting | refused. `next_at`: not before.
CREATE TABLE picture_wanted (
    org_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    source TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    tries BIGINT NOT NULL DEFAULT 0,
    next_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (org_id, entity, entity_id, position)
);
CREATE INDEX picture_wanted_by_next ON picture_wanted (state, next_at);
-- What a source gave before: the same address or file is not brought twice.
CREATE TABLE picture_source (
    org_id TEXT NOT NULL,
    source TEXT NOT NULL,
    hash TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, source)
);

-- Reviews. fit: -2 (much too small) to 2 (much too large). state: shown | hidden. A photo is a picture of entity `review`.
ALTER TABLE review ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE review ADD COLUMN size TEXT;
ALTER TABLE review ADD COLUMN fit BIGINT;
ALTER TABLE review ADD COLUMN state TEXT NOT NULL DEFAULT 'shown';
-- A file without dates gives all its reviews one moment: the id keeps them in order.
DROP INDEX review_by_product;
CREATE INDEX review_by_product ON review (org_id, product_id, written_at, review_id);

-- Reviews of products that are not here yet; they attach when the product comes. `body` is the review as JSON.
CREATE TABLE review_aside (
    org_id TEXT NOT NULL,
    review_id TEXT NOT NULL,
    product_key TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org_id, review_id)
);
CREATE INDEX review_aside_by_key ON review_aside (org_id, product_key);

-- Reports by shoppers and what the shop did about them. subject: review | line. reason: personal-data | abuse | advert | off-topic.
CREATE TABLE report (
    org_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    settled_at BIGINT,
    PRIMARY KEY (org_id, report_id)
);
CREATE INDEX report_by_subject ON report (org_id, subject, subject_id);
CREATE TABLE moderation (
    org_id TEXT NOT NULL,
    moderation_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    act TEXT NOT NULL,
    reason TEXT,
    person_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (org_id, moderation_id)
);
CREATE INDEX moderation_by_subject ON moderation (org_id, subject, subject_id);
CREATE INDEX moderation_by_time ON moderation (org_id, at);

-- One line from somebody who touched it, apart from reviews. state: waiting | shown | hidden.
CREATE TABLE touch_line (
    org_id TEXT NOT NULL,
    line_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    store_id TEXT NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (org_id, line_id)
);
CREATE INDEX touch_line_by_product ON touch_line (org_id, product_id, at);
CREATE INDEX touch_line_by_state ON touch_line (org_id, state, at);

-- Sales: a line of a basket; negative quantities are returns. `item` is the code as it came; variant_id once it is known.
CREATE TABLE basket_line (
    org_id TEXT NOT NULL,
    basket_id TEXT NOT NULL,
    item TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    variant_id TEXT,
    at BIGINT,
    PRIMARY KEY (org_id, basket_id, item)
);
CREATE INDEX basket_line_by_item ON basket_line (org_id, item);
-- How many baskets hold both products; both directions stand here.
CREATE TABLE goes_with (
    org_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    baskets BIGINT NOT NULL,
    PRIMARY KEY (org_id, product_id, other_id)
);

-- What can be read about a product elsewhere, by link type of the GS1 Web Vocabulary (`gs1:pip`). title may be empty.
CREATE TABLE product_link (
    org_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    link_type TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT,
    PRIMARY KEY (org_id, product_id, position)
);

-- What shoppers do, counted per day (days since 1970, the store's time zone); nobody in particular. kind: view | scan | wish |
-- reserve | sale.
CREATE TABLE activity (
    store_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    day BIGINT NOT NULL,
    kind TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (store_id, product_id, day, kind)
);
-- Searches and how many products they found, per day.
CREATE TABLE sought (
    store_id TEXT NOT NULL,
    day BIGINT NOT NULL,
    query TEXT NOT NULL,
    found BIGINT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (store_id, day, query)
);

-- Collections by rule: `rule` is a domain value as JSON; none is a hand-made list. A member that an author pinned or excluded says
-- who, why and when. kind: pin | exclude | order; position is the place given by hand, from 1, and 0 without one.
ALTER TABLE collection ADD COLUMN rule TEXT;
ALTER TABLE collection ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
CREATE TABLE collection_choice (
    org_id TEXT NOT NULL,
    collection_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    position BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (org_id, collection_id, product_id)
);
-- A member that no longer meets its rule: a task for the merchandiser, not a silent disappearance.
CREATE TABLE collection_task (
    org_id TEXT NOT NULL,
    task_id TEXT NOT NULL,
    collection_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    store_id TEXT NOT NULL,
    why TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    closed_by TEXT,
    PRIMARY KEY (org_id, task_id)
);

-- Whom the rule brought in a store when it was looked at last: who is missing next time has fallen.
CREATE TABLE collection_standing (
    store_id TEXT NOT NULL,
    collection_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    PRIMARY KEY (store_id, collection_id, product_id)
);

-- Keys of other systems; only a hash is kept. Webhooks: where, which events, and what was tried.
CREATE TABLE api_key (
    org_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    name TEXT NOT NULL,
    key_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT,
    PRIMARY KEY (org_id, key_id)
);
CREATE TABLE webhook (
    org_id TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    secret TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    removed_at BIGINT,
    PRIMARY KEY (org_id, webhook_id)
);
-- state: waiting | sent | dead.
CREATE TABLE delivery (
    org_id TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    store_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    event TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    next_at BIGINT,
    last_status BIGINT,
    last_problem TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, delivery_id),
    UNIQUE (org_id, webhook_id, store_id, seq)
);
CREATE INDEX delivery_by_next ON delivery (state, next_at);
-- Up to which event of a store deliveries are written.
CREATE TABLE delivery_mark (
    org_id TEXT NOT NULL,
    store_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (org_id, store_id)
);
