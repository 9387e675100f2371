import { z } from 'zod';
import { emailAddress, id, lineOf, personName, postalAddress } from '../fields.js';

/** One piece of a package: small enough to be sent again, large enough that few are needed. */
export const mostPieceBytes = 8 * 2 ** 20;

const length = z.int('must be a whole number').min(1, 'must be 1 or more').max(Number.MAX_SAFE_INTEGER);
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256, 64 hexadecimal digits in small letters');

/** What a controller says before it sends a package. The same again changes nothing. */
export const transferBody = z
  .strictObject({
    kind: z.literal('duly-package/1', 'must be duly-package/1').meta({
      description: 'The kind of package: a ZIP with a manifest.json of this kind.',
    }),
    reference: lineOf(100).meta({ description: 'The sender’s own reference; never a name.' }),
    bytes: length.meta({ description: 'Of the whole package.' }),
    sha256: sha256.meta({ description: 'Of its bytes.' }),
    person: z
      .strictObject({
        name: personName,
        email: emailAddress.nullable(),
        postalAddress: postalAddress.nullable(),
      })
      .meta({ description: 'Whose data it is, and how they can be told.' }),
  })
  .meta({ id: 'AnnounceTransfer' });
export type TransferBody = z.infer<typeof transferBody>;

export const transferView = z
  .strictObject({
    transfer: id,
    state: z.enum(['receiving', 'received', 'refused', 'accepted', 'rejected']).meta({
      description:
        '`received`: whole, and as announced; a person is still to assess it. `refused`: no package, or not safe.',
    }),
    offset: z.int().min(0).meta({ description: 'Bytes that are here: the next piece begins there.' }),
    bytes: length,
    because: z.string().nullable().meta({ description: 'Why it was refused.' }),
    receipt: z.string().nullable().meta({
      description:
        'Once it is whole: a signed note (C2SP) of five lines with the transfer’s id, SHA-256, length and time.',
    }),
  })
  .meta({ id: 'Transfer' });
export type TransferView = z.infer<typeof transferView>;

export const transferParams = z.strictObject({ transfer: id });
export const pieceParams = z.strictObject({
  transfer: id,
  offset: z
    .string()
    .regex(/^\d{1,15}$/, 'must be the number of bytes that are there already')
    .meta({ description: 'Where this piece begins, in bytes.' }),
});
