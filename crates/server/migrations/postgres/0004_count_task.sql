-- What shoppers could not find, to be counted by staff; open while done_at is NULL, and one a variant at most then. slot_code: where
-- somebody stood. reported_at is the first report, asked_at the last. found: units on the shelf.
CREATE TABLE count_task (
    store_id TEXT COLLATE "C" NOT NULL,
    count_id TEXT COLLATE "C" NOT NULL,
    variant_id TEXT COLLATE "C" NOT NULL,
    slot_code TEXT,
    reported_at BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    reports BIGINT NOT NULL,
    done_at BIGINT,
    done_by TEXT,
    found BIGINT,
    PRIMARY KEY (store_id, count_id)
);
CREATE INDEX count_task_by_variant ON count_task (store_id, variant_id, reported_at);
CREATE INDEX count_task_by_end ON count_task (store_id, done_at);
