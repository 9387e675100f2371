import { buildMessage, sha256, type Post } from '@duly/mail';
import type { Alarm, Register } from '@duly/register';
import type { Log } from '../log/log.js';

/** What each means, and what to do. */
const words: Readonly<Record<Alarm, string>> = {
  'audit-entries-wait':
    'Entries of the audit log wait for their place in its tree for more than a minute. Is a worker running, and does its log say why the tree cannot be kept?',
  'histories-not-archived':
    'Histories of closed cases are not archived after HISTORY_ARCHIVE allows (HISTORY_ALARM_AFTER). Temporal deletes them at the end of its retention. Is HISTORY_ARCHIVE set, is there space, and does the worker’s log say why?',
  'histories-lost':
    'Temporal no longer has the history of a closed case, and it was not archived. Look for it in a backup of Temporal’s database; the audit log names the case (HistoryLost).',
  'register-drifts':
    'The register is not what the histories say. See which rows with duly rebuild --check, find out who changed them, then write them again with duly rebuild.',
};

/** Milliseconds between two looks. */
const pause = 60_000;

export interface AlarmPlace {
  readonly register: Register;
  /** Seconds. */
  readonly historyMayWait: number;
  /** Who is told, if anybody, and from which address. */
  readonly to: string | undefined;
  readonly from: string;
  readonly post: Post;
  readonly log: Log;
}

/** Tells somebody, once a day for each alarm and however many workers look, that the record is in danger. */
export class AlarmPost {
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly place: AlarmPlace) {}

  /** Looks once a minute, however often it is asked. */
  async look(): Promise<void> {
    if (performance.now() - this.lookedAt < pause) return;
    this.lookedAt = performance.now();
    const { register, historyMayWait, log } = this.place;
    for (const alarm of await register.alarms.read(historyMayWait)) {
      if (!(await register.alarms.raise(alarm))) continue;
      log.error({ alarm }, words[alarm]);
      await this.send(alarm);
    }
  }

  private async send(alarm: Alarm): Promise<void> {
    const { to, from, post, log } = this.place;
    if (to === undefined) return;
    const at = new Date().toISOString();
    const { bytes } = await buildMessage({
      from: { name: 'Duly', address: from },
      to: { name: 'Operator', address: to },
      subject: `Duly: ${alarm}`,
      text: `${words[alarm]}\n`,
      at,
      messageHash: sha256(Buffer.from(`${alarm} ${at}`)),
    });
    const { result } = await post.send({ from, to }, bytes);
    if (result !== 'accepted') log.error({ alarm, result }, 'nobody could be told of an alarm by e-mail');
  }
}
