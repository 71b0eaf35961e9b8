-- Which files name which pictures: one that a later file of the same kind and name no longer names is taken off. origin: the file's
-- format and its name without digits. import_id: the last import that named it. gone: taken off since.
CREATE TABLE picture_named (
    org_id TEXT COLLATE "C" NOT NULL,
    entity TEXT COLLATE "C" NOT NULL,
    entity_id TEXT COLLATE "C" NOT NULL,
    origin TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    import_id TEXT COLLATE "C" NOT NULL,
    gone BOOLEAN NOT NULL,
    PRIMARY KEY (org_id, entity, entity_id, origin, source)
);
CREATE INDEX picture_named_by_import ON picture_named (org_id, import_id);
