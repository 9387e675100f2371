import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.source (
    source_id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND length(name) <= 63),
    title text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('task', 'webhook', 'postgresql', 'task-queue')),
    rights text[],
    entities jsonb NOT NULL,
    terms jsonb NOT NULL,
    version int NOT NULL DEFAULT 1,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    removed_at timestamptz,
    secret bytea,
    secret_shown boolean NOT NULL DEFAULT false,
    earlier_secret bytea,
    earlier_until timestamptz,
    CHECK ((earlier_secret IS NULL) = (earlier_until IS NULL))
  );
  CREATE UNIQUE INDEX source_name ON register.source (name) WHERE removed_at IS NULL;

  CREATE TABLE register.collection (
    case_id uuid NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('collect', 'erase')),
    request_id uuid NOT NULL,
    begun_by text NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT now(),
    completed_at timestamptz,
    PRIMARY KEY (case_id, purpose)
  );

  CREATE TABLE register.source_ask (
    ask_id uuid PRIMARY KEY,
    case_id uuid NOT NULL,
    purpose text NOT NULL,
    request_id uuid NOT NULL,
    source_id uuid NOT NULL REFERENCES register.source,
    source_version int NOT NULL,
    entities jsonb NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'asked', 'answered', 'set-aside')),
    answer text CHECK (answer IN ('found', 'nothing-held', 'cannot', 'withheld', 'erased', 'partly-erased')),
    reason_words uuid,
    exemption text,
    proof_words uuid,
    round int NOT NULL DEFAULT 1,
    token_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    asked_at timestamptz,
    answered_at timestamptz,
    answered_by text,
    set_aside_at timestamptz,
    set_aside_by text,
    tries int NOT NULL DEFAULT 0,
    tried_at timestamptz,
    failure text,
    chased int NOT NULL DEFAULT 0,
    chased_at timestamptz,
    UNIQUE (case_id, purpose, source_id),
    FOREIGN KEY (case_id, purpose) REFERENCES register.collection,
    CHECK ((state = 'answered') = (answer IS NOT NULL)),
    CHECK ((state = 'answered') = (answered_at IS NOT NULL)),
    CHECK ((state = 'set-aside') = (set_aside_at IS NOT NULL)),
    CHECK (state <> 'set-aside' OR reason_words IS NOT NULL),
    CHECK (answer IS NULL OR answer <> 'cannot' OR reason_words IS NOT NULL),
    CHECK (answer IS NULL OR answer <> 'withheld' OR exemption IS NOT NULL)
  );
  CREATE INDEX source_ask_open ON register.source_ask (source_id) WHERE state IN ('waiting', 'asked');

  CREATE TABLE register.document (
    document_id uuid PRIMARY KEY,
    request_id uuid NOT NULL,
    case_id uuid NOT NULL,
    ask_id uuid REFERENCES register.source_ask,
    purpose text NOT NULL CHECK (purpose IN ('records', 'original', 'requester-paper', 'package', 'proof')),
    entity text,
    name_words uuid,
    media_type text,
    bytes bigint,
    hash text,
    scan_state text NOT NULL DEFAULT 'waiting' CHECK (scan_state IN ('waiting', 'clean', 'infected', 'failed')),
    scan_found text,
    scanned_by text,
    scanned_at timestamptz,
    scans int NOT NULL DEFAULT 0,
    next_scan timestamptz NOT NULL DEFAULT now(),
    storage_key text NOT NULL,
    taken_by text NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT now(),
    received_at timestamptz,
    removed_at timestamptz,
    removed_by text,
    CHECK ((purpose = 'records') = (entity IS NOT NULL)),
    CHECK (storage_key = request_id || '/' || case_id || '/' || document_id),
    CHECK (received_at IS NULL OR (media_type IS NOT NULL AND bytes IS NOT NULL AND hash IS NOT NULL))
  );
  CREATE UNIQUE INDEX document_of_entity ON register.document (ask_id, entity) WHERE received_at IS NOT NULL AND removed_at IS NULL;
  CREATE INDEX document_of_case ON register.document (case_id, received_at);
  CREATE INDEX document_to_scan ON register.document (next_scan) WHERE scan_state = 'waiting' AND received_at IS NOT NULL AND removed_at IS NULL;
  CREATE INDEX document_unfinished ON register.document (begun_at) WHERE received_at IS NULL;

  GRANT SELECT, INSERT, UPDATE ON register.source, register.collection, register.source_ask TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE, DELETE ON register.document TO ${applicationRole};
`;

/** Sources of data, what each was asked and answered for a case, and the documents of a case. */
export class SourceTables implements MigrationInterface {
  readonly name = 'SourceTables1795000000280';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE register.document, register.source_ask, register.collection, register.source',
    );
  }
}
