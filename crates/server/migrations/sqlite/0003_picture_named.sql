-- Which files name which pictures: one that a later file of the same kind and name no longer names is taken off. origin: the file's
-- format and its name without digits. import_id: the last import that named it. gone: taken off since.
CREATE TABLE picture_named (
    org_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    source TEXT NOT NULL,
    import_id TEXT NOT NULL,
    gone BOOLEAN NOT NULL,
    PRIMARY KEY (org_id, entity, entity_id, origin, source)
);
CREATE INDEX picture_named_by_import ON picture_named (org_id, import_id);
