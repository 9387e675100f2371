export const disabledReasons = ['by-hand', 'gone', 'failing'] as const;
/** `gone`: it answered 410. `failing`: it only failed, for as long as the settings allow. */
export type DisabledBecause = (typeof disabledReasons)[number];

/** An endpoint of another system. */
export interface Hook {
  readonly hookId: string;
  readonly url: string;
  /** Null: every type, also one that comes later. */
  readonly types: readonly string[] | null;
  readonly createdBy: string;
  readonly createdAt: string;
  /** Two secrets are in force until then; null where one is. */
  readonly earlierSecretUntil: string | null;
  /** Since when every try failed; null where the last one did not. */
  readonly failingSince: string | null;
  readonly disabledAt: string | null;
  readonly disabledBecause: DisabledBecause | null;
  readonly waiting: number;
  /** Recorded while it was disabled: they go out by a replay. */
  readonly held: number;
}

const many = (state: string): string =>
  `(SELECT count(*) FROM register.hook_delivery d WHERE d.hook_id = h.hook_id AND d.state = '${state}')`;

export const selectHook = `SELECT h.hook_id AS "hookId", h.url, h.types, h.created_by AS "createdBy", h.created_at AS "createdAt",
  CASE WHEN h.earlier_until > now() THEN h.earlier_until END AS "earlierSecretUntil", h.failing_since AS "failingSince",
  h.disabled_at AS "disabledAt", h.disabled_because AS "disabledBecause", ${many('waiting')} AS waiting, ${many('held')} AS held
  FROM register.hook h WHERE h.removed_at IS NULL`;
