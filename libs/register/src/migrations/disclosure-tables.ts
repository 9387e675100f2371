import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.review_mark (
    mark_id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY,
    case_id uuid NOT NULL,
    document_id uuid NOT NULL,
    mark text NOT NULL CHECK (mark IN ('seen', 'third-party', 'redact', 'withhold')),
    fields text[],
    records int[],
    replaced_by uuid,
    because text CHECK (because IN ('other-person', 'exemption', 'not-portable', 'not-in-scope')),
    exemption int,
    words uuid,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    taken_back_by text,
    taken_back_at timestamptz,
    CHECK ((mark IN ('redact', 'withhold')) = (because IS NOT NULL)),
    CHECK (because IS NULL OR words IS NOT NULL),
    CHECK ((because = 'exemption') = (exemption IS NOT NULL))
  );
  CREATE INDEX review_mark_of_case ON register.review_mark (case_id, number);
  CREATE TABLE register.review_finish (
    case_id uuid NOT NULL,
    version text NOT NULL,
    finished_by text NOT NULL,
    finished_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (case_id, version, finished_by)
  );

  CREATE TABLE register.package (
    package_id uuid PRIMARY KEY,
    case_id uuid NOT NULL,
    request_id uuid NOT NULL,
    reference text NOT NULL,
    number int NOT NULL,
    state text NOT NULL DEFAULT 'building' CHECK (state IN ('building', 'ready', 'failed', 'destroyed')),
    is_encrypted boolean NOT NULL,
    password_words uuid,
    contents jsonb NOT NULL,
    review_version text NOT NULL,
    made_on date NOT NULL,
    parts int,
    bytes bigint,
    hash_words uuid,
    failure text,
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT now(),
    begun_at timestamptz,
    ready_at timestamptz,
    keep_until timestamptz,
    destroyed_at timestamptz,
    UNIQUE (case_id, number),
    CHECK ((state = 'destroyed') = (destroyed_at IS NOT NULL))
  );
  CREATE INDEX package_to_destroy ON register.package (keep_until) WHERE destroyed_at IS NULL;
  CREATE TABLE register.package_part (
    package_id uuid NOT NULL REFERENCES register.package,
    number int NOT NULL,
    part_id uuid NOT NULL,
    path text NOT NULL,
    media_type text NOT NULL,
    description text NOT NULL,
    bytes bigint,
    written_at timestamptz,
    PRIMARY KEY (package_id, number)
  );

  CREATE TABLE register.delivery (
    delivery_id uuid PRIMARY KEY,
    package_id uuid NOT NULL REFERENCES register.package,
    case_id uuid NOT NULL,
    request_id uuid NOT NULL,
    number int NOT NULL,
    way text NOT NULL CHECK (way IN ('link', 'post', 'transfer')),
    code_by text CHECK (code_by IN ('phone', 'post')),
    uses int NOT NULL CHECK (uses BETWEEN 1 AND 20),
    days int NOT NULL CHECK (days BETWEEN 1 AND 90),
    recipient text NOT NULL CHECK (recipient IN ('requester', 'recipient')),
    prepared_by text NOT NULL,
    prepared_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    UNIQUE (case_id, number),
    CHECK (way = 'link' OR code_by IS NULL)
  );
  CREATE INDEX delivery_of_package ON register.delivery (package_id);
  CREATE TABLE register.delivery_link (
    link_id uuid PRIMARY KEY,
    delivery_id uuid NOT NULL REFERENCES register.delivery,
    number int NOT NULL,
    token_hash text UNIQUE,
    until timestamptz,
    uses int NOT NULL,
    used int NOT NULL DEFAULT 0,
    code_hash text,
    wants_code boolean NOT NULL,
    code_tries int NOT NULL DEFAULT 0,
    made_at timestamptz NOT NULL DEFAULT now(),
    locked_at timestamptz,
    ended_at timestamptz,
    expiry_told boolean NOT NULL DEFAULT false,
    UNIQUE (delivery_id, number),
    CHECK (used <= uses)
  );
  CREATE INDEX delivery_link_expiring ON register.delivery_link (until) WHERE NOT expiry_told;
  CREATE TABLE register.delivery_event (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id uuid NOT NULL REFERENCES register.delivery,
    case_id uuid NOT NULL,
    link int,
    what text NOT NULL,
    by text NOT NULL,
    words uuid,
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX delivery_event_of_case ON register.delivery_event (case_id, number);

  GRANT SELECT, INSERT, UPDATE ON register.review_mark, register.review_finish, register.package, register.delivery,
    register.delivery_link TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE, DELETE ON register.package_part TO ${applicationRole};
  GRANT SELECT, INSERT ON register.delivery_event TO ${applicationRole};
`;

/** What is reviewed of the collected data, the packages made of it, and how each reached the person. */
export class DisclosureTables implements MigrationInterface {
  readonly name = 'DisclosureTables1795000000290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE register.delivery_event, register.delivery_link, register.delivery, register.package_part, register.package,
         register.review_finish, register.review_mark`,
    );
  }
}
