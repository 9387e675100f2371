import { Controller, Headers, Res } from '@nestjs/common';
import {
  csvContentType,
  statisticsCsv,
  statisticsRoutes,
  type StatisticsQuery,
  type StatisticsView,
} from '@duly/api-contract';
import { Register } from '@duly/register';
import type { FastifyReply } from 'fastify';
import { Query } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';
import { askedFrom } from './asked-from.js';
import { prefersCsv } from './prefers-csv.js';

/** Figures for a manager's month and an auditor's year: of cases, never of people. */
@Controller()
export class StatisticsController {
  constructor(private readonly register: Register) {}

  @Serves(statisticsRoutes.readStatistics, 'read statistics')
  async read(
    @Query() query: StatisticsQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StatisticsView | string> {
    const { from, to, counting = 'received', by = 'month,right' } = query;
    const rows = await this.register.statistics.of(askedFrom(query));
    void reply.header('vary', 'Accept');
    if (!prefersCsv(accept)) return { from, to, counting, by, rows: [...rows] };
    void reply.type(`${csvContentType}; charset=utf-8; header=present`);
    return statisticsCsv(rows);
  }
}
