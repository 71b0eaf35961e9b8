-- Why units that were held cannot be fetched: not-found, damaged or in-hand. A question that is open already is about what was not found.
ALTER TABLE reservation_line ADD COLUMN because TEXT;
