import { signingKeysFrom, type SigningKey } from '@duly/audit';
import type { HeadSigner } from '@duly/register';
import type { ApiSettings } from '@duly/settings';

/** Whose log it is and the keys that sign it. */
export class AuditSigner implements HeadSigner {
  private constructor(
    readonly origin: string,
    readonly keys: readonly SigningKey[],
  ) {}

  static from({ auditLogName, auditSigningKeys }: ApiSettings): AuditSigner {
    return new AuditSigner(auditLogName, signingKeysFrom(auditLogName, auditSigningKeys));
  }
}
