-- Days that differ from the week's hours, `2026-12-25` in the store's own calendar; minutes after midnight, closed where opens is NULL.
CREATE TABLE store_day (
    store_id TEXT NOT NULL,
    day TEXT NOT NULL,
    opens BIGINT,
    closes BIGINT,
    PRIMARY KEY (store_id, day)
);

-- What a store does differently, by the names of `vitrine store set`: spans are written `10m`.
CREATE TABLE store_setting (
    store_id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (store_id, name)
);
