-- What a label remembers when its slot is on the plan no more: since when, and what stood there last (variants, as JSON).
ALTER TABLE slot ADD COLUMN retired_at BIGINT;
ALTER TABLE slot ADD COLUMN stood TEXT;
