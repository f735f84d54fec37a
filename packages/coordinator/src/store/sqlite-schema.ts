/** The tables of the embedded store. */

/** `PHI1`: tells our files from those of other programs. */
export const APPLICATION_ID = 0x50_48_49_31;
/** Grows with each change that an older program could not read, or would write wrongly. */
export const SCHEMA_VERSION = 3;

export const SCHEMA: string = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE groups (
    name TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    holder TEXT NOT NULL,
    holder_incarnation INTEGER NOT NULL,
    in_sync TEXT NOT NULL,
    pause TEXT,
    released INTEGER NOT NULL DEFAULT 0,
    members TEXT NOT NULL DEFAULT '[]',
    quarantine TEXT NOT NULL DEFAULT '[]',
    move TEXT,
    steps TEXT NOT NULL DEFAULT '[]'
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

/**
 * What turns a file of the version before into one of this: an entry for each version, from 1.
 *
 * From 1 to 2: an older program would raise an epoch and leave `released` as it is, which says of the new lease what was
 * true of the old one; hence a new version, though it could read the table.
 *
 * From 2 to 3: likewise an older program would leave a move under way that has long ended.
 */
export const MIGRATIONS: Readonly<Record<number, string>> = {
  1: `
  ALTER TABLE groups ADD COLUMN released INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE groups ADD COLUMN members TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE groups ADD COLUMN quarantine TEXT NOT NULL DEFAULT '[]';
  PRAGMA user_version = 2;
`,
  2: `
  ALTER TABLE groups ADD COLUMN move TEXT;
  ALTER TABLE groups ADD COLUMN steps TEXT NOT NULL DEFAULT '[]';
  PRAGMA user_version = 3;
`,
};
