/** The tables of the embedded store. */

/** `PHI1`: tells our files from those of other programs. */
export const APPLICATION_ID = 0x50_48_49_31;
/** Grows with each change that an older program could not read. */
export const SCHEMA_VERSION = 1;

export const SCHEMA: string = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE groups (
    name TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    holder TEXT NOT NULL,
    holder_incarnation INTEGER NOT NULL,
    in_sync TEXT NOT NULL,
    pause TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE nodes (
    name TEXT PRIMARY KEY,
    incarnation INTEGER NOT NULL,
    zone TEXT NOT NULL,
    groups TEXT NOT NULL,
    gone INTEGER NOT NULL,
    draining INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    type TEXT NOT NULL,
    group_name TEXT,
    node TEXT,
    epoch INTEGER,
    text TEXT NOT NULL,
    facts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_at ON events(at_ms);
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;
