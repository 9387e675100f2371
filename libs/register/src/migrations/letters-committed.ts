import type { MigrationInterface, QueryRunner } from 'typeorm';

const changedAreLogged = (written: string): string => `
  CREATE OR REPLACE FUNCTION register.letters_changed_are_logged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = register AS $$
  BEGIN
    INSERT INTO audit_entry (action, by, request_id, commitment, detail)
    SELECT entry.action, 'post', made.request_id, entry.commitment,
      jsonb_build_object('letter', made.letter_id, 'kind', made.kind, 'recipient', made.recipient) || entry.detail
    FROM made JOIN was USING (letter_id) CROSS JOIN LATERAL (
      SELECT 1 AS place, 'LetterWritten' AS action, made.data_hash AS commitment,
        jsonb_build_object('template', made.template, 'version', made.template_version, 'language', made.language${written}) AS detail
      WHERE was.sealed_message IS NULL AND made.sealed_message IS NOT NULL
      UNION ALL
      SELECT 2, 'LetterSettled', NULL,
        jsonb_build_object('outcome', made.state, 'on', made.outcome_on, 'replyCode', made.reply_code)
      WHERE made.outcome_on IS NOT NULL AND (made.state, made.outcome_on) IS DISTINCT FROM (was.state, was.outcome_on)) AS entry
    ORDER BY made.letter_id, entry.place;
    RETURN NULL;
  END $$;
`;

/** The log commits to the bytes of each letter, and not only to what it was written from: an HMAC of their hash under the request's key. */
export class LettersCommitted implements MigrationInterface {
  readonly name = 'LettersCommitted1795000003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE register.letter ADD COLUMN commitment text');
    await runner.query(changedAreLogged(`, 'bytes', made.commitment`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(changedAreLogged(''));
    await runner.query('ALTER TABLE register.letter DROP COLUMN commitment');
  }
}
