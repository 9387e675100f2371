import { z } from 'zod';
import { id, instant, staffId, words } from './fields.js';

export const documentParams = z.strictObject({ id, document: id });

export const documentView = z
  .strictObject({
    id,
    ask: id.nullable().meta({ description: 'The source’s ask that it answers.' }),
    purpose: z.enum(['records', 'original', 'requester-paper', 'package', 'proof']),
    entity: z.string().nullable(),
    name: z.string().nullable().meta({ description: 'What it was called; null once it is erased.' }),
    mediaType: z.string(),
    bytes: z.int().min(0),
    scan: z.enum(['waiting', 'clean', 'infected', 'failed']).meta({
      description: 'Nothing of it is given out before it is clean.',
    }),
    found: z.string().nullable().meta({ description: 'What the scanner found.' }),
    scannedBy: z.string().nullable(),
    scannedAt: instant.nullable(),
    takenBy: staffId,
    receivedAt: instant,
  })
  .meta({ id: 'Document' });
export type DocumentView = z.infer<typeof documentView>;

export const documentsView = z.strictObject({ documents: z.array(documentView) }).meta({ id: 'Documents' });
export type DocumentsView = z.infer<typeof documentsView>;

export const documentTaken = z
  .strictObject({ document: id, bytes: z.int().min(0), mediaType: z.string() })
  .meta({ id: 'DocumentTaken' });
export type DocumentTakenView = z.infer<typeof documentTaken>;

export const removeDocumentBody = z.strictObject({ reasons: words }).meta({ id: 'RemoveDocument' });
export const documentRemoved = z.strictObject({ id }).meta({ id: 'DocumentRemoved' });
