import { momentAt } from '@duly/letters';
import { buildMessage, type Address, type Signature } from '@duly/mail';
import type { WarningLetter } from '@duly/register';
import type { PostRoom } from '../activities/send-letter.js';

const atOnce = 20;

/** In whose name warnings go out. */
export interface WarningTerms {
  readonly organisation: string;
  readonly from: Address;
  readonly replyTo: Address;
  readonly signature?: Signature;
}

const line = ({ reference, dueOn, number }: WarningLetter['requests'][number]): string =>
  `  ${reference}  kept until ${dueOn}${number === 2 ? '  (second and last warning)' : ''}`;

function textOf({ name, requests }: WarningLetter, { organisation }: WarningTerms): string {
  return [
    `Dear ${name},`,
    '',
    'What we hold about the people in these requests comes to the end of the time for which it may be kept',
    '(UK GDPR Art 5(1)(e)). From that day on a manager may propose to erase it, and a second person approves.',
    'What is erased cannot be read by anybody any more.',
    '',
    ...requests.map(line),
    '',
    'If something of it is still needed, for a claim or because the Commissioner asks, place a legal hold, with',
    'the reason: POST /v1/requests/REQUEST/holds. What would be erased is shown by POST /v1/erasures/try.',
    '',
    organisation,
    '',
  ].join('\n');
}

/** Tells managers and handlers what will be erased: one letter to each reader, with references and no name of a person. */
export class WarningPost {
  constructor(
    private readonly room: Pick<PostRoom, 'register' | 'vault' | 'post' | 'from'>,
    private readonly terms: WarningTerms,
  ) {}

  async send(): Promise<void> {
    for (const letter of await this.room.register.retentionWarnings.take(atOnce)) await this.sendOne(letter);
  }

  private async sendOne(letter: WarningLetter): Promise<void> {
    const { vault, post, from, register } = this.room;
    const { email, name, requests, staffId } = letter;
    const occasion = [
      staffId,
      ...requests.map(({ reference, dueOn, number }) => `${reference} ${dueOn} ${number}`),
    ];
    const messageHash = await vault.keyedHash('message id', occasion.join('\n'));
    const { organisation: _organisation, signature, ...ends } = this.terms;
    const { bytes } = await buildMessage(
      {
        ...ends,
        to: { name, address: email },
        subject: `${requests.length === 1 ? 'One request falls' : `${requests.length} requests fall`} due for erasure`,
        text: textOf(letter, this.terms),
        at: momentAt(Date.now()).at,
        messageHash,
      },
      signature,
    );
    const { result } = await post.send({ from, to: email }, bytes, 'later');
    if (result === 'deferred') return;
    await register.retentionWarnings.settle(letter, result === 'not-by-email' ? 'refused' : result);
  }
}
