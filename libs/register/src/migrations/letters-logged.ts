import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What becomes of a letter is recorded by the row itself, whoever changes it: in the same transaction, and for every way in which a letter
 * is decided, written, tried or settled. Ids, kinds and outcomes only; of what it says, the HMAC under the request's key.
 */
export const lettersLogged = `
  CREATE FUNCTION register.letter_is_logged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = register AS $$
  DECLARE
    what jsonb := jsonb_build_object('letter', NEW.letter_id, 'kind', NEW.kind, 'recipient', NEW.recipient);
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO audit_entry (action, by, request_id, detail) VALUES ('LetterDecided', 'post', NEW.request_id, what);
      RETURN NULL;
    END IF;
    IF OLD.sealed_message IS NULL AND NEW.sealed_message IS NOT NULL THEN
      INSERT INTO audit_entry (action, by, request_id, commitment, detail) VALUES ('LetterWritten', 'post', NEW.request_id, NEW.data_hash,
        what || jsonb_build_object('template', NEW.template, 'version', NEW.template_version, 'language', NEW.language));
    END IF;
    IF NEW.outcome_on IS NOT NULL AND (NEW.state, NEW.outcome_on) IS DISTINCT FROM (OLD.state, OLD.outcome_on) THEN
      INSERT INTO audit_entry (action, by, request_id, detail) VALUES ('LetterSettled', 'post', NEW.request_id,
        what || jsonb_build_object('outcome', NEW.state, 'on', NEW.outcome_on, 'replyCode', NEW.reply_code));
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER letter_is_logged AFTER INSERT OR UPDATE OF sealed_message, state, outcome_on ON register.letter
    FOR EACH ROW EXECUTE FUNCTION register.letter_is_logged();

  CREATE FUNCTION register.letter_try_is_logged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = register AS $$
  BEGIN
    INSERT INTO audit_entry (action, by, request_id, detail)
    SELECT CASE TG_OP WHEN 'INSERT' THEN 'LetterTryBegan' ELSE 'LetterTryEnded' END, 'post', letter.request_id,
      jsonb_build_object('letter', NEW.letter_id, 'try', NEW.number) ||
        CASE TG_OP WHEN 'INSERT' THEN '{}' ELSE jsonb_build_object('result', NEW.result, 'replyCode', NEW.reply_code) END
    FROM letter WHERE letter.letter_id = NEW.letter_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER letter_try_is_logged AFTER INSERT OR UPDATE OF result ON register.letter_try
    FOR EACH ROW EXECUTE FUNCTION register.letter_try_is_logged();
`;

export class LettersLogged implements MigrationInterface {
  readonly name = 'LettersLogged1795000000052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lettersLogged);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER letter_try_is_logged ON register.letter_try;
      DROP TRIGGER letter_is_logged ON register.letter;
      DROP FUNCTION register.letter_try_is_logged(), register.letter_is_logged();
    `);
  }
}
