import { z } from 'zod';
import { auditEntry } from './audit.js';
import { caseOutcomes } from './case-views.js';
import { caseReference, civilDate, id, instant, lineOf, reference, staffId, words } from './fields.js';
import { page } from './queries.js';

const lengths = {
  months: z.int().min(0).max(600),
  days: z.int().min(0).max(3_660),
};
const period = z.strictObject({
  ...lengths,
  reason: lineOf(500).meta({
    description: 'Why no shorter and no longer (UK GDPR Art 5(1)(e)). No personal data.',
  }),
  source: lineOf(200).meta({ description: 'Where the period comes from. No personal data.' }),
});
const periods = z
  .strictObject(
    Object.fromEntries(caseOutcomes.map(outcome => [outcome, period])) as Record<
      (typeof caseOutcomes)[number],
      typeof period
    >,
  )
  .meta({
    id: 'RetentionPeriods',
    description: 'How long what a case holds is kept after it has closed, by its outcome.',
  });

export const retentionBody = z.strictObject({ periods }).meta({ id: 'PutRetention' });
export type RetentionBody = z.infer<typeof retentionBody>;

export const retentionVersion = z
  .strictObject({
    version: z.int().min(0).meta({ description: '0 is what stands until you put your own.' }),
    periods,
    changedBy: staffId.nullable(),
    changedAt: instant.nullable(),
  })
  .meta({ id: 'RetentionVersion' });
export const retentionView = z
  .strictObject({ versions: z.array(retentionVersion).min(1) })
  .meta({ id: 'Retention', description: 'The newest first, which is the one in force.' });
export type RetentionView = z.infer<typeof retentionView>;

export const blockCodes = [
  'erased',
  'under-way',
  'open-case',
  'not-due',
  'legal-hold',
  'open-complaint',
  'same-person-asks',
  'may-be-same-person',
  'letter-under-way',
  'task-open',
  'not-warned',
] as const;
const block = z
  .strictObject({ code: z.enum(blockCodes), sentence: z.string(), remedy: z.string() })
  .meta({ id: 'ErasureBlock', description: 'Why it may not be erased now, and what to do.' });

export const dueQuery = z.strictObject({
  by: civilDate.exactOptional().meta({ description: 'The last day of what is listed; today without it.' }),
  ...page,
});
export type DueQuery = z.infer<typeof dueQuery>;

const dueRequest = z.strictObject({
  request: id,
  reference,
  dueOn: civilDate,
  erasableFrom: civilDate.meta({ description: 'Later than `dueOn` where warnings went out late.' }),
  warnedOn: z.array(civilDate).max(2),
  cases: z.array(
    z.strictObject({
      id,
      reference: caseReference,
      outcome: z.enum(caseOutcomes),
      closedOn: civilDate,
      dueOn: civilDate,
    }),
  ),
  blocks: z.array(block),
});
export const dueView = z
  .strictObject({ requests: z.array(dueRequest), next: z.string().nullable() })
  .meta({ id: 'DueForErasure' });
export type DueView = z.infer<typeof dueView>;

export const holdReasons = ['claim', 'commissioner', 'tampering', 'police', 'other'] as const;
export const holdBody = z
  .strictObject({
    because: z.enum(holdReasons).meta({
      description:
        '`claim`: a legal claim; `commissioner`: the regulator asks; `tampering`: what is kept may be what somebody asks for (DPA 2018 s.173); `police`: an investigation.',
    }),
    words,
  })
  .meta({ id: 'PlaceHold' });
export type HoldBody = z.infer<typeof holdBody>;
export const liftBody = z.strictObject({ words }).meta({ id: 'LiftHold' });
export type LiftBody = z.infer<typeof liftBody>;
export const holdParams = z.strictObject({ id, hold: id });

const holdView = z.strictObject({
  id,
  because: z.enum(holdReasons),
  words: z.string().nullable().meta({ description: 'Null once it is erased.' }),
  placedBy: staffId,
  placedAt: instant,
  lifted: z.strictObject({ by: staffId, at: instant, words: z.string().nullable() }).nullable(),
});
export const holdsView = z.strictObject({ holds: z.array(holdView) }).meta({ id: 'LegalHolds' });
export type HoldsView = z.infer<typeof holdsView>;
export const holdPlaced = z.strictObject({ id }).meta({ id: 'HoldPlaced' });

export const erasureBody = z
  .strictObject({ requests: z.array(id).min(1).max(500) })
  .meta({ id: 'ProposeErasure' });
export type ErasureBody = z.infer<typeof erasureBody>;

const count = z.int().min(0);
const removed = z.strictObject({
  people: count,
  words: count,
  letters: count,
  repliesOfMailServers: count,
  mailReports: count,
  failedAddresses: count,
  blindIndexes: count,
  answersKept: count,
  hookExcerpts: count,
  documents: count,
});
const kept = z.strictObject({
  events: count,
  auditEntries: count,
  letters: count.meta({
    description: 'That they were sent, when, and by which template; not what they say.',
  }),
  suppressions: count.meta({
    description: 'Keyed hashes of addresses that may get no marketing (UK GDPR Art 21(3)).',
  }),
});

export const erasureTried = z
  .strictObject({
    requests: z.array(
      z.strictObject({
        request: id,
        reference,
        blocks: z.array(block),
        keys: count.meta({ description: 'Keys that would be destroyed.' }),
        removed,
        kept,
      }),
    ),
    total: removed,
  })
  .meta({
    id: 'ErasureTried',
    description: 'What would be erased, by store, and what would stay. Nothing was changed.',
  });
export type ErasureTried = z.infer<typeof erasureTried>;

export const erasureView = z
  .strictObject({
    id,
    proposedBy: staffId,
    proposedAt: instant,
    decision: z.enum(['approved', 'rejected']).nullable(),
    decidedBy: staffId.nullable(),
    decidedAt: instant.nullable(),
    requests: z.array(
      z.strictObject({
        request: id,
        reference,
        dueOn: civilDate,
        state: z.enum(['proposed', 'rejected', 'approved', 'blocked', 'destroying', 'removing', 'erased']),
        blocks: z.array(block).meta({ description: 'Why it was passed over when its turn came.' }),
      }),
    ),
  })
  .meta({ id: 'Erasure' });
export type ErasureView = z.infer<typeof erasureView>;
export const erasuresView = z.strictObject({ erasures: z.array(erasureView) }).meta({ id: 'Erasures' });

export const certificate = z
  .strictObject({
    form: z.literal('duly-erasure-1'),
    requestId: id,
    reference,
    cases: z.array(
      z.strictObject({
        caseId: id,
        reference: caseReference,
        outcome: z.enum(caseOutcomes),
        closedOn: civilDate,
        kept: z.strictObject(lengths),
        reason: z.string(),
        source: z.string(),
      }),
    ),
    dueOn: civilDate,
    scheduleVersion: z.int().min(0),
    warnedOn: z.array(civilDate),
    proposedBy: staffId,
    proposedAt: instant,
    approvedBy: staffId,
    approvedAt: instant,
    keys: z.array(z.strictObject({ of: z.enum(['request', 'case', 'copy']), id, destroyedAt: instant })),
    keysInBackupsUntil: civilDate.meta({
      description: 'Until this day a copy of the destroyed keys may lie in a backup of their database.',
    }),
    removed,
    kept,
    entries: z.strictObject({ count, first: count, last: count }).meta({
      description:
        'Entries of the audit log that speak of the request; what they commit to can be opened no more.',
    }),
  })
  .meta({ id: 'ErasureCertificate' });

export const certificateView = z
  .strictObject({
    certificate,
    hash: z
      .string()
      .meta({ description: 'SHA-256 of its canonical JSON (RFC 8785), in hexadecimal; `entry` holds it.' }),
    entry: auditEntry.meta({ description: 'The entry of the audit log by which the log’s heads sign it.' }),
    proof: z.array(z.string()).meta({ description: 'Inclusion proof of the entry (RFC 9162).' }),
    head: z.string().meta({ description: 'Signed tree head, C2SP signed note.' }),
  })
  .meta({ id: 'CertificateOfErasure' });
export type CertificateView = z.infer<typeof certificateView>;
