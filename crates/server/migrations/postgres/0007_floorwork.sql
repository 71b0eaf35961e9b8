-- Calls of shoppers. Of the device that made one only a hash of its key is kept; one has one open call. closed_at: when it ended.
CREATE TABLE staff_call (
    store_id TEXT COLLATE "C" NOT NULL,
    call_id TEXT COLLATE "C" NOT NULL,
    device_hash TEXT COLLATE "C" NOT NULL,
    slot_code TEXT,
    variant_id TEXT,
    wish TEXT NOT NULL,
    words TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT,
    closed_at BIGINT,
    withdrawn BOOLEAN NOT NULL,
    PRIMARY KEY (store_id, call_id)
);
CREATE UNIQUE INDEX staff_call_open ON staff_call (store_id, device_hash) WHERE closed_at IS NULL;
CREATE INDEX staff_call_by_device ON staff_call (store_id, device_hash, asked_at);
CREATE INDEX staff_call_by_age ON staff_call (store_id, asked_at);

-- New reservations are stopped until resumes_at. A row that is past says nothing any more.
CREATE TABLE reservation_pause (
    store_id TEXT COLLATE "C" PRIMARY KEY,
    reason TEXT NOT NULL,
    words TEXT NOT NULL,
    person_id TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    resumes_at BIGINT NOT NULL
);

-- A variant's history is read from its end.
CREATE INDEX movement_by_age ON movement (store_id, variant_id, at, movement_id);
CREATE INDEX shortfall_open ON shortfall (store_id, opened_at) WHERE closed_at IS NULL;
