import { Controller } from '@nestjs/common';
import {
  auditRoutes,
  type AuditLogQuery,
  type AuditOfRequestQuery,
  type BundleQuery,
  type ConsistencyQuery,
  type TreeHeadsQuery,
} from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { successStatuses } from '../http-status.js';
import { Body, Params, Query } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { AuditReads } from './audit-reads.js';
import { CaseRuns } from './case-runs.js';
import { BundleMaker } from './bundle-maker.js';

/** The audit log, its signed heads, and the bundle that proves one case. */
@Controller()
export class AuditController {
  constructor(
    private readonly reads: AuditReads,
    private readonly bundles: BundleMaker,
    private readonly runs: CaseRuns,
  ) {}

  @Serves(auditRoutes.readAuditOfRequest, 'audit cases')
  ofRequest(@Params() { id }: Named, @Query() query: AuditOfRequestQuery) {
    return this.reads.ofRequest(id, query);
  }

  @Serves(auditRoutes.readAuditLog, 'audit cases')
  log(@Query() query: AuditLogQuery) {
    return this.reads.log(query);
  }

  @Serves(auditRoutes.readTreeHeads, 'audit cases')
  heads(@Query() { after }: TreeHeadsQuery) {
    return this.reads.heads(after);
  }

  @Serves(auditRoutes.signTreeHead, 'audit cases')
  async sign(@Body() _nothing: object): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.reads.sign() };
  }

  @Serves(auditRoutes.readConsistency, 'audit cases')
  consistency(@Query() query: ConsistencyQuery) {
    return this.reads.consistency(query);
  }

  @Serves(auditRoutes.readHistories, 'audit cases')
  histories(@Params() { id }: Named) {
    return this.runs.shown(id);
  }

  @Serves(auditRoutes.readWorkflowCode, 'audit cases')
  code(@Params() { id }: Named) {
    return this.runs.code(id);
  }

  @Serves(auditRoutes.exportBundle, 'audit cases')
  bundle(@From() caller: Caller, @Params() { id }: Named, @Query() query: BundleQuery) {
    return this.bundles.export(caller, id, query);
  }
}
