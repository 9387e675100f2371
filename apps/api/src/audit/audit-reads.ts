import { Injectable } from '@nestjs/common';
import type {
  AuditLog,
  AuditLogQuery,
  AuditOfRequest,
  AuditOfRequestQuery,
  ConsistencyProof,
  ConsistencyQuery,
  TreeHeadsView,
  TreeHeadView,
} from '@duly/api-contract';
import { Register, TreeDoesNotGoOn, type KeptHead } from '@duly/register';
import { noSuchRequest } from '../commands/command-errors.js';
import { logChanged, noSuchTree } from './audit-errors.js';
import { AuditSigner } from './audit-signer.js';

const mostHeads = 500;
const usual = 200;

/** The audit log as an auditor reads it. */
@Injectable()
export class AuditReads {
  constructor(
    private readonly register: Register,
    private readonly signer: AuditSigner,
  ) {}

  /** @throws ApiError `no-such-request` */
  async ofRequest(
    requestId: string,
    { after = 0, limit = usual }: AuditOfRequestQuery,
  ): Promise<AuditOfRequest> {
    const entries = await this.register.caseEntries.ofRequest(requestId, after, limit);
    if (entries.length === 0 && after === 0) throw noSuchRequest;
    return { entries: [...entries] };
  }

  async log({ from = 0, limit = usual }: AuditLogQuery): Promise<AuditLog> {
    return { entries: [...(await this.register.auditTree.entries(from, limit))] };
  }

  async heads(after = 0): Promise<TreeHeadsView> {
    const [keys, heads] = await Promise.all([
      this.register.auditHeads.keys(),
      this.register.auditHeads.after(after, mostHeads),
    ]);
    return { log: this.signer.origin, keys: [...keys], heads: [...heads] };
  }

  /** @throws ApiError `log-changed` */
  sign(): Promise<TreeHeadView> {
    return signed(() => this.register.auditHeads.sign(this.signer));
  }

  /** @throws ApiError `not-valid` */
  async consistency({ first, second }: ConsistencyQuery): Promise<ConsistencyProof> {
    const { size } = await this.register.auditTree.at();
    if (first > second || second > size) throw noSuchTree;
    const proof = await this.register.auditTree.consistency(first, second);
    return { first, second, proof: proof.map(hash => hash.toString('hex')) };
  }
}

/** @throws ApiError `log-changed` */
export async function signed(sign: () => Promise<KeptHead>): Promise<KeptHead> {
  try {
    return await sign();
  } catch (error) {
    throw error instanceof TreeDoesNotGoOn ? logChanged : error;
  }
}
