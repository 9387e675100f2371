import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.hook (
    hook_id uuid PRIMARY KEY,
    url text NOT NULL,
    types text[],
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    secret bytea NOT NULL,
    secret_shown boolean NOT NULL DEFAULT false,
    earlier_secret bytea,
    earlier_until timestamptz,
    failing_since timestamptz,
    disabled_at timestamptz,
    disabled_because text CHECK (disabled_because IN ('by-hand', 'gone', 'failing')),
    removed_at timestamptz,
    CHECK ((disabled_at IS NULL) = (disabled_because IS NULL)),
    CHECK ((earlier_secret IS NULL) = (earlier_until IS NULL))
  );

  CREATE TABLE register.hook_delivery (
    delivery_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    hook_id uuid NOT NULL REFERENCES register.hook,
    case_id uuid,
    event_number int,
    type text NOT NULL,
    payload text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    state text NOT NULL CHECK (state IN ('waiting', 'held', 'delivered', 'failed')),
    tries int NOT NULL DEFAULT 0,
    replays int NOT NULL DEFAULT 0,
    next_try timestamptz NOT NULL DEFAULT now(),
    claim uuid,
    UNIQUE (hook_id, case_id, event_number)
  );
  CREATE INDEX hook_delivery_due ON register.hook_delivery (hook_id, next_try) WHERE state = 'waiting';
  CREATE INDEX hook_delivery_held ON register.hook_delivery (hook_id) WHERE state = 'held';
  CREATE INDEX hook_delivery_log ON register.hook_delivery (hook_id, recorded_at, delivery_id);
  CREATE INDEX hook_delivery_age ON register.hook_delivery (recorded_at);

  CREATE TABLE register.hook_attempt (
    delivery_id uuid NOT NULL REFERENCES register.hook_delivery ON DELETE CASCADE,
    number int NOT NULL,
    at timestamptz NOT NULL,
    milliseconds int NOT NULL,
    status int,
    because text,
    excerpt bytea,
    is_replay boolean NOT NULL,
    PRIMARY KEY (delivery_id, number),
    CHECK ((status IS NULL) = (because IS NOT NULL))
  );

  GRANT SELECT, INSERT, UPDATE ON register.hook TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE, DELETE ON register.hook_delivery TO ${applicationRole};
  GRANT SELECT, INSERT, DELETE ON register.hook_attempt TO ${applicationRole};
`;

/** Endpoints of other systems, the messages that wait for them, and what became of each try. */
export class HookTables implements MigrationInterface {
  readonly name = 'HookTables1795000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register.hook_attempt, register.hook_delivery, register.hook');
  }
}
