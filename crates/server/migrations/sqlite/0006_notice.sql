-- Notices go out by channels: which row is due when, who has it for how long, what became of it. `problem` is a code and never says who.
-- The language is the page's at confirm; without one it is the store's first.
ALTER TABLE reservation ADD COLUMN language TEXT;
ALTER TABLE notice ADD COLUMN attempts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE notice ADD COLUMN next_at BIGINT;
ALTER TABLE notice ADD COLUMN claimed_until BIGINT;
ALTER TABLE notice ADD COLUMN channel TEXT;
ALTER TABLE notice ADD COLUMN failed_at BIGINT;
ALTER TABLE notice ADD COLUMN problem TEXT;
UPDATE notice SET next_at = created_at WHERE sent_at IS NULL;
CREATE INDEX notice_by_next ON notice (next_at);
CREATE INDEX notice_by_reservation ON notice (store_id, reservation_id);
