import { z } from 'zod';

/** RFC 3463. */
const status = z
  .string()
  .regex(/^[245]\.\d{1,3}\.\d{1,3}$/, 'must be an enhanced status code, such as 5.1.1');

/** What a mail system reports of one letter; whoever sends it names the letter by its return address or its Message-ID. */
export const mailReportBody = z
  .strictObject({
    what: z.enum(['for-good', 'for-now', 'delayed', 'auto-reply']).meta({
      description:
        '`for-good`: the address takes no letter. `for-now`: it took none for days. `delayed`: it is still tried. `auto-reply`: a machine answered.',
    }),
    returnAddress: z.string().max(254).exactOptional().meta({
      description: 'The address the report came to, which carries the letter’s mark.',
    }),
    messageId: z.string().max(254).exactOptional().meta({ description: 'Of the letter, with its brackets.' }),
    status: status.exactOptional(),
    words: z
      .string()
      .max(2_000)
      .exactOptional()
      .meta({ description: 'What the other server said. Kept sealed.' }),
  })
  .refine(({ returnAddress, messageId }) => returnAddress !== undefined || messageId !== undefined, {
    error: 'must name the letter by returnAddress or messageId',
  })
  .meta({ id: 'MailReport' });
export type MailReportBody = z.infer<typeof mailReportBody>;

export const mailReportAnswer = z
  .strictObject({
    outcome: z.enum(['recorded', 'known', 'not-ours']).meta({
      description:
        '`known`: it was recorded before. `not-ours`: it names no letter of ours; nothing was kept.',
    }),
  })
  .meta({ id: 'MailReportAnswer' });
export type MailReportAnswer = z.infer<typeof mailReportAnswer>;
