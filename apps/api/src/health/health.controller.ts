import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '@duly/postgres';
import { caseDesk, type CaseDesk } from '../desk/case-desk.js';
import { KeysDatabase } from '../keys-database.js';
import { successStatuses } from '../http-status.js';
import { Needs } from '../sign-in/needs.js';

type Part = 'database' | 'keysDatabase' | 'temporal';

/** For whoever supervises the process: is it alive, and can it do its work? */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly keys: KeysDatabase,
    @Inject(caseDesk) private readonly desk: CaseDesk,
  ) {}

  @Needs('nothing')
  @Get('live')
  live() {
    return { status: 'live' as const };
  }

  @Needs('nothing')
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const parts: Readonly<Record<Part, boolean>> = await this.parts();
    // Without Temporal requests are still accepted (202) and start later, so traffic must keep coming.
    const isReady = parts.database && parts.keysDatabase;
    if (!isReady) void reply.status(successStatuses.notReady);
    return { status: isReady ? ('ready' as const) : ('not-ready' as const), parts };
  }

  private async parts(): Promise<Readonly<Record<Part, boolean>>> {
    const [database, keysDatabase, temporal] = await Promise.all([
      doesAnswer(this.database),
      doesAnswer(this.keys.database),
      this.desk.isReady(),
    ]);
    return { database, keysDatabase, temporal };
  }
}

const doesAnswer = (database: Database): Promise<boolean> =>
  database.query('SELECT 1').then(
    () => true,
    () => false,
  );
