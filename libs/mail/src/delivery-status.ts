/** What a delivery status says of one recipient (RFC 3464 §2.3). */
export interface DeliveryStatus {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** RFC 3463, such as `5.1.1`. */
  readonly status: string;
  /** What the other server said; it repeats the address. */
  readonly words?: string;
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const isStatus = /^[245]\.\d{1,3}\.\d{1,3}/;

/** The fields of one block, names in small letters, folded lines joined; the first of a name counts. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** `smtp; 550 5.1.1 no such user` → `550 5.1.1 no such user`. */
const afterType = (value: string): string => value.slice(value.indexOf(';') + 1).trim();

/** `5.0.0` says only that it failed: where the server's own words say more, they count. */
function statusOf(given: string, words: string): string | undefined {
  const [own] = isStatus.exec(given) ?? [];
  const [, said] = /(?:^|\s)([245]\.\d{1,3}\.\d{1,3})(?=\s|$)/.exec(words) ?? [];
  if (own === undefined) return said;
  return own.endsWith('.0.0') && said ? said : own;
}

/** Reads the part `message/delivery-status`; a block that lacks what RFC 3464 demands says nothing. */
export function readDeliveryStatus(part: string): readonly DeliveryStatus[] {
  const [, ...blocks] = part.trim().split(/\r?\n[ \t]*\r?\n/);
  return blocks.flatMap((block): DeliveryStatus[] => {
    const fields = fieldsOf(block);
    const action = actions.find(one => one === fields.get('action')?.toLowerCase());
    const words = afterType(fields.get('diagnostic-code') ?? '');
    const status = statusOf(fields.get('status') ?? '', words);
    if (!action || status === undefined || !fields.has('final-recipient')) return [];
    return [{ action, status, ...(words !== '' && { words }) }];
  });
}

/** RFC 3463: 5.2.2 is a full mailbox, which somebody may empty. */
const passes = new Set(['5.2.2']);

/** What a status means for a letter; undefined where it went on. */
export function meaningOf({
  action,
  status,
}: DeliveryStatus): 'for-good' | 'for-now' | 'delayed' | undefined {
  if (action === 'delayed') return 'delayed';
  if (action !== 'failed') return undefined;
  return status.startsWith('5') && !passes.has(status) ? 'for-good' : 'for-now';
}
