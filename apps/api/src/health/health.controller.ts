import { Controller, Inject, Res } from '@nestjs/common';
import { serviceRoutes, type Readiness } from '@duly/api-contract';
import { Register } from '@duly/register';
import type { FastifyReply } from 'fastify';
import { caseDesk, type CaseDesk } from '../desk/case-desk.js';
import { successStatuses } from '../http-status.js';
import { KeysDatabase } from '../keys-database.js';
import { Serves } from '../routing/serves.js';
import { ScannerReadiness } from './scanner-readiness.js';
import { PublishedDocument } from './published-document.js';

const inWords = (isUp: boolean) => (isUp ? 'up' : 'down');

/** After how many seconds what waits is an alarm. */
export class AlarmTerms {
  constructor(readonly historyMayWait: number) {}
}

/** For whoever supervises the process, and for whoever wants to call it. */
@Controller()
export class HealthController {
  constructor(
    private readonly register: Register,
    private readonly keys: KeysDatabase,
    @Inject(caseDesk) private readonly desk: CaseDesk,
    private readonly published: PublishedDocument,
    private readonly scanner: ScannerReadiness,
    private readonly terms: AlarmTerms,
  ) {}

  @Serves(serviceRoutes.isLive, 'nothing')
  live() {
    return { status: 'up' };
  }

  @Serves(serviceRoutes.isReady, 'nothing')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const [database, keysDatabase, temporal, scanner, alarms] = await Promise.all([
      this.register.isReady(),
      this.keys.isReady(),
      this.desk.isReady(),
      this.scanner.state(),
      this.register.alarms.read(this.terms.historyMayWait).catch(() => []),
    ]);
    // Without Temporal requests are still accepted (202) and start later, so traffic must keep coming.
    const isReady = database && keysDatabase;
    if (!isReady) void reply.status(successStatuses.notReady);
    return {
      status: isReady ? 'ready' : 'not-ready',
      database: inWords(database),
      keysDatabase: inWords(keysDatabase),
      temporal: inWords(temporal),
      // Requests are accepted without it; documents wait.
      scanner,
      alarms: [...alarms],
    };
  }

  @Serves(serviceRoutes.readOpenApi, 'nothing')
  openApi(): object {
    return this.published.document;
  }
}
