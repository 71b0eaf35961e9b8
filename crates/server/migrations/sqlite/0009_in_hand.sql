-- In hand beats on hold: true where the store sells a kept unit to who stands there with it, as long as nobody has picked it.
ALTER TABLE store ADD COLUMN sells_in_hand BOOLEAN NOT NULL DEFAULT TRUE;
