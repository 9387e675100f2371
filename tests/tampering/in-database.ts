/** What an owner of the database could do to the audit log once its guards are off, and what undoes it again. */
export interface Change {
  readonly change: readonly string[];
  readonly back: readonly string[];
}

const kept = 'CREATE TEMP TABLE kept AS SELECT * FROM';
const done = 'DROP TABLE kept';
const overriding = 'INSERT INTO register.audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept';

const edited = (column: string, value: string): Change => ({
  change: [
    `${kept} register.audit_entry WHERE number = 3`,
    `UPDATE register.audit_entry SET ${column} = ${value} WHERE number = 3`,
  ],
  back: [`UPDATE register.audit_entry SET ${column} = (SELECT ${column} FROM kept) WHERE number = 3`, done],
});

export const changesInTheDatabase: Readonly<Record<string, Change>> = {
  'an entry is given to another': edited('by', `'staff-somebody-else'`),
  'an entry is back-dated': edited('recorded_at', `recorded_at - interval '1 microsecond'`),
  'an entry is renamed': edited('action', `'Nothing'`),
  'a detail is edited': edited('detail', `detail || '{"more": 1}'`),
  'a commitment is edited': edited('commitment', `'00'`),
  'an entry is deleted': {
    change: [
      `${kept} register.audit_entry WHERE number = 3`,
      `CREATE TEMP TABLE kept_leaf AS SELECT * FROM register.audit_leaf WHERE number = 3`,
      `DELETE FROM register.audit_leaf WHERE number = 3`,
      `DELETE FROM register.audit_entry WHERE number = 3`,
    ],
    back: [
      overriding,
      `INSERT INTO register.audit_leaf SELECT * FROM kept_leaf`,
      done,
      'DROP TABLE kept_leaf',
    ],
  },
  'the end is cut off': {
    change: [
      `${kept} register.audit_leaf WHERE leaf_index > 5`,
      `DELETE FROM register.audit_leaf WHERE leaf_index > 5`,
    ],
    back: [`INSERT INTO register.audit_leaf SELECT * FROM kept`, done],
  },
  'two entries are swapped in the tree': {
    change: [
      `UPDATE register.audit_leaf SET number = CASE number WHEN 3 THEN -4 WHEN 4 THEN -3 END WHERE number IN (3, 4)`,
      `UPDATE register.audit_leaf SET number = -number WHERE number < 0`,
    ],
    back: [
      `UPDATE register.audit_leaf SET number = CASE number WHEN 3 THEN -4 WHEN 4 THEN -3 END WHERE number IN (3, 4)`,
      `UPDATE register.audit_leaf SET number = -number WHERE number < 0`,
    ],
  },
  'an entry and its leaf are rewritten together': {
    change: [
      `${kept} register.audit_leaf WHERE leaf_index = 2`,
      `UPDATE register.audit_leaf SET hash = sha256('x') WHERE leaf_index = 2`,
    ],
    back: [`UPDATE register.audit_leaf SET hash = (SELECT hash FROM kept) WHERE leaf_index = 2`, done],
  },
  'a signed head is edited': {
    change: [
      `${kept} register.audit_head WHERE number = 1`,
      `UPDATE register.audit_head SET note = replace(note, 'time 20', 'time 19') WHERE number = 1`,
    ],
    back: [`UPDATE register.audit_head SET note = (SELECT note FROM kept) WHERE number = 1`, done],
  },
};
