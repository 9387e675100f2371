import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.receiver (
    receiver_id uuid PRIMARY KEY,
    title text NOT NULL,
    url text NOT NULL,
    token bytea,
    receipt_key text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    removed_at timestamptz,
    CHECK ((token IS NULL) = (removed_at IS NOT NULL))
  );
  CREATE TABLE register.transfer (
    delivery_id uuid PRIMARY KEY REFERENCES register.delivery,
    receiver_id uuid NOT NULL REFERENCES register.receiver,
    state text NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'sending', 'received', 'failed')),
    round int NOT NULL DEFAULT 0,
    sent_bytes bigint NOT NULL DEFAULT 0,
    waits_for text,
    because text,
    begun_by text,
    begun_at timestamptz,
    started_at timestamptz,
    settled_at timestamptz,
    receipt_words uuid,
    offered_at timestamptz,
    told text[] NOT NULL DEFAULT '{}',
    outcome text CHECK (outcome IN ('accepted', 'rejected')),
    outcome_at timestamptz,
    asked_at timestamptz,
    CHECK ((state = 'failed') = (because IS NOT NULL)),
    CHECK ((state = 'received') = (receipt_words IS NOT NULL))
  );
  CREATE INDEX transfer_under_way ON register.transfer (begun_at) WHERE state = 'sending';

  CREATE TABLE register.sender (
    sender_id uuid PRIMARY KEY,
    title text NOT NULL,
    contact text NOT NULL,
    token_hash text UNIQUE,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    removed_at timestamptz,
    CHECK ((token_hash IS NULL) = (removed_at IS NOT NULL))
  );
  CREATE TABLE register.incoming (
    incoming_id uuid PRIMARY KEY,
    transfer_id uuid NOT NULL,
    sender_id uuid NOT NULL REFERENCES register.sender,
    their_reference text NOT NULL,
    state text NOT NULL DEFAULT 'receiving' CHECK (state IN ('receiving', 'received', 'to-assess', 'refused', 'accepted', 'rejected')),
    bytes bigint NOT NULL CHECK (bytes > 0),
    received_bytes bigint NOT NULL DEFAULT 0,
    announced_hash text NOT NULL,
    announcement uuid NOT NULL,
    receipt_words uuid,
    because text,
    waits_for text,
    examined_by text,
    announced_at timestamptz NOT NULL DEFAULT now(),
    received_at timestamptz,
    examined_at timestamptz,
    looked_at timestamptz,
    decided_by text,
    decided_at timestamptz,
    decision_words uuid,
    basis text,
    letter text,
    letter_at timestamptz,
    destroyed_at timestamptz,
    UNIQUE (sender_id, transfer_id),
    CHECK (received_bytes <= bytes),
    CHECK ((state = 'refused') = (because IS NOT NULL)),
    CHECK ((state IN ('accepted', 'rejected')) = (decided_at IS NOT NULL)),
    CHECK ((decided_at IS NULL) = (decision_words IS NULL))
  );
  CREATE UNIQUE INDEX incoming_once ON register.incoming (sender_id, announced_hash) WHERE state NOT IN ('refused', 'rejected');
  CREATE TABLE register.incoming_part (
    incoming_id uuid NOT NULL REFERENCES register.incoming,
    from_byte bigint NOT NULL,
    bytes bigint NOT NULL CHECK (bytes > 0),
    part_id uuid NOT NULL,
    PRIMARY KEY (incoming_id, from_byte)
  );
  CREATE TABLE register.incoming_item (
    item_id uuid PRIMARY KEY,
    incoming_id uuid NOT NULL REFERENCES register.incoming,
    number int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('records', 'document')),
    path text NOT NULL,
    media_type text NOT NULL,
    bytes bigint NOT NULL,
    records int,
    described uuid NOT NULL,
    decision text CHECK (decision IN ('keep', 'delete')),
    because text CHECK (because IN ('not-relevant', 'excessive', 'other-person')),
    other_people boolean,
    other_people_basis text,
    words uuid,
    decided_by text,
    decided_at timestamptz,
    document_id uuid,
    deleted_at timestamptz,
    UNIQUE (incoming_id, number),
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CHECK ((decision = 'delete') = (because IS NOT NULL) OR decision IS NULL),
    CHECK (other_people_basis IS NULL OR other_people)
  );

  GRANT SELECT, INSERT, UPDATE ON register.receiver, register.transfer, register.sender, register.incoming,
    register.incoming_item TO ${applicationRole};
  GRANT SELECT, INSERT, DELETE ON register.incoming_part TO ${applicationRole};
`;

/** Packages that go straight to another controller, and those that come from one (UK GDPR Art 20(2)). */
export class TransferTables implements MigrationInterface {
  readonly name = 'TransferTables1795000000320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE register.incoming_item, register.incoming_part, register.incoming, register.sender, register.transfer,
         register.receiver`,
    );
  }
}
