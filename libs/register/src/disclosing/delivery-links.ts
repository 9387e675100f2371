import type { Database } from '@duly/postgres';
import { endTasks, openTask } from './delivery-tasks.js';
import { writeHappening } from './delivery-happenings.js';

export interface DeliveryLink {
  readonly linkId: string;
  readonly deliveryId: string;
  readonly number: number;
  readonly until: string | null;
  readonly uses: number;
  readonly used: number;
  readonly wantsCode: boolean;
  readonly hasCode: boolean;
  readonly codeTries: number;
  readonly lockedAt: string | null;
  readonly endedAt: string | null;
}

const ofLink = (l: string): string =>
  `${l}.link_id AS "linkId", ${l}.delivery_id AS "deliveryId", ${l}.number, ${l}.until, ${l}.uses, ${l}.used,
  ${l}.wants_code AS "wantsCode", ${l}.code_hash IS NOT NULL AS "hasCode", ${l}.code_tries AS "codeTries",
  ${l}.locked_at AS "lockedAt", ${l}.ended_at AS "endedAt"`;

export type LinkState = 'open' | 'expired' | 'used-up' | 'locked' | 'ended' | 'wrong-code';

/** A link that somebody holds. */
export interface OpenedLink {
  readonly linkId: string;
  readonly deliveryId: string;
  readonly packageId: string;
  readonly number: number;
  readonly wantsCode: boolean;
  readonly state: LinkState;
}

const linkState = `CASE WHEN l.ended_at IS NOT NULL OR d.ended_at IS NOT NULL THEN 'ended' WHEN l.until <= now() THEN 'expired'
  WHEN l.used >= l.uses THEN 'used-up' WHEN l.locked_at IS NOT NULL THEN 'locked' ELSE 'open' END`;

const isRight = `(NOT l.wants_code OR coalesce(l.code_hash = $2, false))`;

/** The links under which people fetch their copies: random, kept as hashes, ending, and good for a few uses. */
export class DeliveryLinks {
  constructor(private readonly database: Database) {}

  links(caseId: string): Promise<readonly DeliveryLink[]> {
    return this.database.query<DeliveryLink>(
      `SELECT ${ofLink('delivery_link')} FROM register.delivery_link WHERE delivery_id IN
         (SELECT delivery_id FROM register.delivery WHERE case_id = $1) ORDER BY made_at, number`,
      [caseId],
    );
  }

  /** Asks for a new link, which the next letter holds. @returns false where the delivery has ended, or a link waits already */
  renew(deliveryId: string, by: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const made = await sql.change(
        `INSERT INTO register.delivery_link (link_id, delivery_id, number, uses, wants_code)
         SELECT gen_random_uuid(), d.delivery_id, coalesce((SELECT max(number) FROM register.delivery_link l WHERE l.delivery_id = d.delivery_id), 0) + 1,
           d.uses, d.code_by IS NOT NULL
         FROM register.delivery d WHERE d.delivery_id = $1 AND d.way = 'link' AND d.ended_at IS NULL AND NOT EXISTS (
           SELECT 1 FROM register.delivery_link l WHERE l.delivery_id = d.delivery_id AND l.token_hash IS NULL AND l.ended_at IS NULL)`,
        [deliveryId],
      );
      if (made === 0) return false;
      await writeHappening(sql, deliveryId, 'renewal-asked', by);
      return true;
    });
  }

  /** Links that a letter is still to bring. */
  linksToSend(
    most: number,
  ): Promise<readonly { readonly linkId: string; readonly deliveryId: string; readonly number: number }[]> {
    return this.database.query(
      `SELECT link_id AS "linkId", delivery_id AS "deliveryId", number FROM register.delivery_link
       WHERE (token_hash IS NULL OR NOT is_sent) AND ended_at IS NULL AND number > 1 ORDER BY made_at LIMIT $1`,
      [most],
    );
  }

  /** Gives the waiting link, or a first one, its secret; every earlier link ends. A letter that is written anew has a new secret. */
  giveSecret(deliveryId: string, tokenHash: string): Promise<DeliveryLink | undefined> {
    return this.database.inTransaction(async sql => {
      await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 32))', [deliveryId]);
      await sql.change(
        `INSERT INTO register.delivery_link (link_id, delivery_id, number, uses, wants_code)
         SELECT gen_random_uuid(), delivery_id, 1, uses, code_by IS NOT NULL FROM register.delivery
         WHERE delivery_id = $1 AND NOT EXISTS (SELECT 1 FROM register.delivery_link l WHERE l.delivery_id = $1)`,
        [deliveryId],
      );
      const [link] = await sql.query<DeliveryLink>(
        `UPDATE register.delivery_link l SET token_hash = $2, until = now() + make_interval(days => d.days)
         FROM register.delivery d WHERE d.delivery_id = l.delivery_id AND l.delivery_id = $1 AND NOT l.is_sent AND l.used = 0
           AND l.number = (SELECT max(number) FROM register.delivery_link WHERE delivery_id = $1)
         RETURNING ${ofLink('l')}`,
        [deliveryId, tokenHash],
      );
      await sql.change(
        `UPDATE register.delivery_link SET ended_at = now() WHERE delivery_id = $1 AND ended_at IS NULL
           AND number < (SELECT max(number) FROM register.delivery_link WHERE delivery_id = $1)`,
        [deliveryId],
      );
      return link;
    });
  }

  /** The letter with the link was taken by the mail server, or lies ready for the post. Once for each link. */
  linkSent(deliveryId: string): Promise<void> {
    return this.database.inTransaction(async sql => {
      const [link] = await sql.query<{ number: number; wantsCode: boolean }>(
        `UPDATE register.delivery_link SET is_sent = true WHERE delivery_id = $1 AND NOT is_sent AND token_hash IS NOT NULL
         RETURNING number, wants_code AS "wantsCode"`,
        [deliveryId],
      );
      if (!link) return;
      await writeHappening(sql, deliveryId, link.number === 1 ? 'sent' : 'sent-again', 'post', link.number);
      await endTasks(sql, deliveryId, 'unlock-delivery');
      if (link.wantsCode) await openTask(sql, deliveryId, 'tell-code');
    });
  }

  /** A new code for the newest link; earlier tries are forgotten, and a lock is opened. @returns the link; undefined where none wants a code */
  giveCode(
    deliveryId: string,
    by: string,
    hashOf: (linkId: string) => Promise<string>,
  ): Promise<number | undefined> {
    return this.database.inTransaction(async sql => {
      const [link] = await sql.query<{ linkId: string; number: number }>(
        `SELECT link_id AS "linkId", number FROM register.delivery_link WHERE delivery_id = $1 AND wants_code AND ended_at IS NULL
         ORDER BY number DESC LIMIT 1 FOR UPDATE`,
        [deliveryId],
      );
      if (!link) return undefined;
      await sql.change(
        'UPDATE register.delivery_link SET code_hash = $2, code_tries = 0, locked_at = NULL WHERE link_id = $1',
        [link.linkId, await hashOf(link.linkId)],
      );
      await writeHappening(sql, deliveryId, 'code-told', by, link.number);
      await endTasks(sql, deliveryId, 'tell-code', 'unlock-delivery');
      return link.number;
    });
  }

  /** Looks at a link without using it up: a mail scanner follows it too. */
  async look(tokenHash: string): Promise<OpenedLink | undefined> {
    const [found] = await this.database.query<OpenedLink>(
      `SELECT l.link_id AS "linkId", l.delivery_id AS "deliveryId", d.package_id AS "packageId", l.number, l.wants_code AS "wantsCode",
         ${linkState} AS state FROM register.delivery_link l JOIN register.delivery d USING (delivery_id) WHERE l.token_hash = $1`,
      [tokenHash],
    );
    if (found) await this.opened(found);
    return found;
  }

  /** Once for each link: a page that is looked at again is no news. */
  private opened({ deliveryId, number, linkId }: OpenedLink): Promise<void> {
    return this.database.inTransaction(async sql => {
      const first = await sql.change(
        'UPDATE register.delivery_link SET opened_at = now() WHERE link_id = $1 AND opened_at IS NULL',
        [linkId],
      );
      if (first > 0) await writeHappening(sql, deliveryId, 'opened', 'person', number);
    });
  }

  /**
   * Uses a link once, in one statement: of two at the same moment no more get through than its uses allow. A wrong code counts as a
   * try; the last one locks the link and gives somebody a task.
   */
  consume(tokenHash: string, codeHash: string | null, mostTries: number): Promise<OpenedLink | undefined> {
    return this.database.inTransaction(async sql => {
      const [link] = await sql.query<OpenedLink & { isRight: boolean; isLocked: boolean; isUsedUp: boolean }>(
        `UPDATE register.delivery_link l SET
           used = l.used + (${isRight})::int,
           code_tries = l.code_tries + (NOT ${isRight})::int,
           locked_at = CASE WHEN NOT ${isRight} AND l.code_tries + 1 >= $3 THEN now() END
         FROM register.delivery d
         WHERE d.delivery_id = l.delivery_id AND l.token_hash = $1 AND ${linkState} = 'open'
         RETURNING l.link_id AS "linkId", l.delivery_id AS "deliveryId", d.package_id AS "packageId", l.number,
           l.wants_code AS "wantsCode", ${isRight} AS "isRight", l.locked_at IS NOT NULL AS "isLocked", l.used >= l.uses AS "isUsedUp"`,
        [tokenHash, codeHash, mostTries],
      );
      if (!link) return undefined;
      const { deliveryId, number, isRight: right, isLocked, isUsedUp } = link;
      if (right) {
        if (isUsedUp) await writeHappening(sql, deliveryId, 'used-up', 'person', number);
        return { ...link, state: 'open' };
      }
      await writeHappening(sql, deliveryId, 'wrong-code', 'person', number);
      if (!isLocked) return { ...link, state: 'wrong-code' };
      await writeHappening(sql, deliveryId, 'locked', 'time', number);
      await openTask(sql, deliveryId, 'unlock-delivery');
      return { ...link, state: 'locked' };
    });
  }

  /** Links whose time is over are said to be, once. */
  async tellExpired(most: number): Promise<number> {
    return this.database.inTransaction(async sql => {
      const over = await sql.query<{ deliveryId: string; number: number; hasEnded: boolean }>(
        `UPDATE register.delivery_link SET expiry_told = true WHERE link_id IN (
           SELECT link_id FROM register.delivery_link WHERE NOT expiry_told AND until <= now() ORDER BY until LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING delivery_id AS "deliveryId", number, ended_at IS NOT NULL AS "hasEnded"`,
        [most],
      );
      const expired = over.filter(({ hasEnded }) => !hasEnded);
      for (const { deliveryId, number } of expired)
        await writeHappening(sql, deliveryId, 'expired', 'time', number);
      return expired.length;
    });
  }
}
