import { z } from 'zod';
import { eventNumber, id, instant, reference } from './fields.js';
import { whole } from './queries.js';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'));
const place = z.int().min(0);

/** One entry of the audit log: ids, enums and HMACs, and nothing of a person in clear. */
const logged = {
  number: z.int().min(1),
  recordedAt: z.string().meta({ description: 'UTC, to the microsecond.' }),
  action: z.string().meta({ description: 'An event of a case, or what else was done.' }),
  by: z.string().meta({ description: 'An opaque staff id, or `requester`, `time`, `post`, `operator`.' }),
  requestId: id.nullable(),
  caseId: id.nullable(),
  run: eventNumber.nullable(),
  eventNumber: eventNumber.nullable(),
  cite: z.string().nullable(),
  commitment: z.string().nullable().meta({
    description: 'HMAC of what was done, by a key under the case’s: worth nothing once that is destroyed.',
  }),
  correlationId: z.string().nullable(),
  detail: z.looseObject({}),
};

export const auditEntry = z
  .strictObject({
    ...logged,
    leafIndex: place.nullable().meta({
      description: 'Its place in the tree, from 0; null while it waits for one, which takes moments.',
    }),
  })
  .meta({ id: 'AuditEntry' });

export const auditOfRequest = z
  .strictObject({ entries: z.array(auditEntry) })
  .meta({ id: 'AuditOfRequest', description: 'Read on with the number of the last one as `after`.' });
export type AuditOfRequest = z.infer<typeof auditOfRequest>;

export const auditLog = z
  .strictObject({
    entries: z.array(
      z.strictObject({
        ...logged,
        leafIndex: place,
        leaf: hex(32).meta({ description: 'As the tree keeps it.' }),
      }),
    ),
  })
  .meta({ id: 'AuditLog', description: 'In the order of the tree.' });
export type AuditLog = z.infer<typeof auditLog>;

const note = z
  .string()
  .meta({ description: 'C2SP signed note: origin, size, root, time, and one line for each signature.' });

export const treeHead = z
  .strictObject({ number: z.int().min(1), size: place, signedAt: instant, note })
  .meta({ id: 'TreeHead' });
export type TreeHeadView = z.infer<typeof treeHead>;

export const treeHeads = z
  .strictObject({
    log: z.string().meta({ description: 'The name of the log, the first line of each head.' }),
    keys: z.array(z.string()).meta({ description: 'Every public key that ever signed: name+id+base64.' }),
    heads: z.array(treeHead),
  })
  .meta({ id: 'TreeHeads' });
export type TreeHeadsView = z.infer<typeof treeHeads>;

const proof = z.array(hex(32));

export const consistencyProof = z
  .strictObject({ first: place, second: place, proof })
  .meta({ id: 'ConsistencyProof', description: 'RFC 9162, 2.1.4.' });
export type ConsistencyProof = z.infer<typeof consistencyProof>;

export const caseBundle = z
  .strictObject({
    form: z.literal('duly-bundle-1'),
    contents: z.looseObject({ reference }).meta({
      description:
        'Histories of all runs, the register’s row and timeline, letters, calendars, code and what opens the commitments. The log’s last entry here holds their hash.',
    }),
    entries: z.array(z.strictObject({ ...logged, leafIndex: place, proof })),
    head: note,
    earlierHeads: z.array(z.strictObject({ note, proof })).meta({
      description:
        'Heads signed before, the latest last, each with what proves that the tree of `head` goes on from it.',
    }),
  })
  .meta({ id: 'CaseBundle', description: 'Everything that `duly verify` needs, offline.' });
export type CaseBundle = z.infer<typeof caseBundle>;

export const caseHistories = z
  .strictObject({
    reference,
    runs: z.array(
      z.strictObject({
        run: z.int().min(1),
        source: z.enum(['temporal', 'archive']).meta({
          description:
            'Temporal while it keeps the run; then the archive, where its hash is held against the register’s.',
        }),
        history: z.looseObject({ events: z.array(z.looseObject({})) }),
      }),
    ),
  })
  .meta({
    id: 'CaseHistories',
    description: 'Every run, oldest first, as Temporal’s tools write histories (protobuf JSON).',
  });
export type CaseHistories = z.infer<typeof caseHistories>;

export const workflowCode = z
  .strictObject({
    hash: hex(32),
    code: z.string().meta({ description: 'Gzipped, in base64.' }),
  })
  .meta({ id: 'WorkflowCode', description: 'The workflow bundle that a worker once ran.' });
export type WorkflowCode = z.infer<typeof workflowCode>;

export const codeParams = z.strictObject({ id: hex(32) });

const number = whole(0, 9_007_199_254_740_991);

export const auditOfRequestQuery = z.strictObject({
  after: number.exactOptional(),
  limit: whole(1, 1_000).exactOptional(),
});
export type AuditOfRequestQuery = z.infer<typeof auditOfRequestQuery>;
export const auditLogQuery = z.strictObject({
  from: number.exactOptional().meta({ description: 'The place to begin at; 0 without it.' }),
  limit: whole(1, 5_000).exactOptional(),
});
export type AuditLogQuery = z.infer<typeof auditLogQuery>;
export const treeHeadsQuery = z.strictObject({ after: number.exactOptional() });
export type TreeHeadsQuery = z.infer<typeof treeHeadsQuery>;
export const consistencyQuery = z.strictObject({ first: number, second: number });
export type ConsistencyQuery = z.infer<typeof consistencyQuery>;
export const bundleQuery = z.strictObject({
  personalData: z.enum(['true', 'false']).exactOptional().meta({
    description: '`true` puts the letters into it, while the key of the request lives.',
  }),
});
export type BundleQuery = z.infer<typeof bundleQuery>;
