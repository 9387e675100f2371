import { z } from 'zod';
import { id, instant, staffId } from '../fields.js';

const many = z.int().min(0);

export const packageBody = z
  .strictObject({
    encrypted: z.boolean().exactOptional().meta({
      description: 'With a password (AES-256), to be told by another channel; false without it.',
    }),
  })
  .meta({ id: 'BuildPackage' });
export type PackageBody = z.infer<typeof packageBody>;

export const packageView = z
  .strictObject({
    id,
    number: z.int().min(1).meta({ description: 'In its case.' }),
    state: z.enum(['building', 'ready', 'failed', 'destroyed']),
    isEncrypted: z.boolean(),
    progress: z.strictObject({
      files: many.nullable().meta({ description: 'Null until it is planned.' }),
      written: many,
    }),
    bytes: many.nullable(),
    waitsFor: z
      .enum(['store-full', 'document-missing', 'tried-again'])
      .nullable()
      .meta({ description: 'Why it is not going on just now; it goes on by itself.' }),
    failedBecause: z
      .enum(['not-readable', 'erased', 'does-not-open'])
      .nullable()
      .meta({ description: 'It can never be built as it is: put the cause right and build another.' }),
    isUpToDate: z.boolean().meta({ description: 'False where the review has changed since: build another.' }),
    askedBy: staffId,
    askedAt: instant,
    readyAt: instant.nullable(),
    keptUntil: instant.nullable(),
    destroyedAt: instant.nullable(),
  })
  .meta({ id: 'Package' });
export type PackageView = z.infer<typeof packageView>;

export const packagesView = z
  .strictObject({
    case: id,
    package: packageView.nullable().meta({ description: 'The newest.' }),
    earlier: z.array(packageView),
  })
  .meta({ id: 'Packages' });
export type PackagesView = z.infer<typeof packagesView>;

export const packageParams = z.strictObject({ id, package: id });
export const passwordShown = z.strictObject({ password: z.string() }).meta({ id: 'PackagePassword' });
export type PasswordShown = z.infer<typeof passwordShown>;
