import { Injectable } from '@nestjs/common';
import type { CertificateView } from '@duly/api-contract';
import { Register } from '@duly/register';
import { signed } from '../audit/audit-reads.js';
import { AuditSigner } from '../audit/audit-signer.js';
import { notErased } from './retention-errors.js';

/** The certificate of an erasure, with what proves that it stands in the signed log. */
@Injectable()
export class ReadCertificate {
  constructor(
    private readonly register: Register,
    private readonly signer: AuditSigner,
  ) {}

  /** @throws ApiError `not-erased` · `log-changed` */
  async of(requestId: string): Promise<CertificateView> {
    const { auditTree, auditHeads, caseEntries, certificates } = this.register;
    const kept = await certificates.of(requestId);
    if (!kept) throw notErased;
    await auditTree.grow();
    const [entry] = await caseEntries.placed([kept.entry]);
    const leafIndex = entry?.leafIndex ?? null;
    if (!entry || leafIndex === null) throw new Error('The certificate has no place in the tree.');
    const needed = leafIndex + 1;
    const head = await signed(() => auditHeads.covering(needed, this.signer));
    const [proof = []] = await auditTree.inclusion([leafIndex], head.size);
    const { certificate, hash } = kept;
    return {
      certificate: certificate as CertificateView['certificate'],
      hash,
      entry,
      proof: proof.map(one => one.toString('hex')),
      head: head.note,
    };
  }
}
