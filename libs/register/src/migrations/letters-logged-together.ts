import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lettersLogged } from './letters-logged.js';

/** As `LettersLogged`, of all rows of a statement at once: letters that are claimed or settled together are logged together. */
const functions = `
  CREATE FUNCTION register.letters_decided_are_logged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = register AS $$
  BEGIN
    INSERT INTO audit_entry (action, by, request_id, detail)
    SELECT 'LetterDecided', 'post', request_id, jsonb_build_object('letter', letter_id, 'kind', kind, 'recipient', recipient)
    FROM made ORDER BY letter_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER letters_decided_are_logged AFTER INSERT ON register.letter
    REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION register.letters_decided_are_logged();

  CREATE FUNCTION register.letters_changed_are_logged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = register AS $$
  BEGIN
    INSERT INTO audit_entry (action, by, request_id, commitment, detail)
    SELECT entry.action, 'post', made.request_id, entry.commitment,
      jsonb_build_object('letter', made.letter_id, 'kind', made.kind, 'recipient', made.recipient) || entry.detail
    FROM made JOIN was USING (letter_id) CROSS JOIN LATERAL (
      SELECT 1 AS place, 'LetterWritten' AS action, made.data_hash AS commitment,
        jsonb_build_object('template', made.template, 'version', made.template_version, 'language', made.language) AS detail
      WHERE was.sealed_message IS NULL AND made.sealed_message IS NOT NULL
      UNION ALL
      SELECT 2, 'LetterSettled', NULL,
        jsonb_build_object('outcome', made.state, 'on', made.outcome_on, 'replyCode', made.reply_code)
      WHERE made.outcome_on IS NOT NULL AND (made.state, made.outcome_on) IS DISTINCT FROM (was.state, was.outcome_on)) AS entry
    ORDER BY made.letter_id, entry.place;
    RETURN NULL;
  END $$;
  CREATE TRIGGER letters_changed_are_logged AFTER UPDATE ON register.letter
    REFERENCING OLD TABLE AS was NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION register.letters_changed_are_logged();

  CREATE FUNCTION register.letter_tries_are_logged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = register AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO audit_entry (action, by, request_id, detail)
      SELECT 'LetterTryBegan', 'post', letter.request_id, jsonb_build_object('letter', made.letter_id, 'try', made.number)
      FROM made JOIN letter USING (letter_id) ORDER BY made.letter_id, made.number;
    ELSE
      INSERT INTO audit_entry (action, by, request_id, detail)
      SELECT 'LetterTryEnded', 'post', letter.request_id, jsonb_build_object('letter', made.letter_id, 'try', made.number,
        'result', made.result, 'replyCode', made.reply_code)
      FROM made JOIN letter USING (letter_id) ORDER BY made.letter_id, made.number;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER letter_tries_begun_are_logged AFTER INSERT ON register.letter_try
    REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION register.letter_tries_are_logged();
  CREATE TRIGGER letter_tries_ended_are_logged AFTER UPDATE ON register.letter_try
    REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION register.letter_tries_are_logged();

  DROP TRIGGER letter_try_is_logged ON register.letter_try;
  DROP TRIGGER letter_is_logged ON register.letter;
  DROP FUNCTION register.letter_try_is_logged(), register.letter_is_logged();
`;

export class LettersLoggedTogether implements MigrationInterface {
  readonly name = 'LettersLoggedTogether1795000000250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER letter_tries_ended_are_logged ON register.letter_try;
      DROP TRIGGER letter_tries_begun_are_logged ON register.letter_try;
      DROP TRIGGER letters_changed_are_logged ON register.letter;
      DROP TRIGGER letters_decided_are_logged ON register.letter;
      DROP FUNCTION register.letter_tries_are_logged(), register.letters_changed_are_logged(), register.letters_decided_are_logged();
      ${lettersLogged}
    `);
  }
}
