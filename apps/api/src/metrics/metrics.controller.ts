import { Controller, Res } from '@nestjs/common';
import { serviceRoutes } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { Serves } from '../routing/serves.js';
import { ApiMetrics } from './api-metrics.js';

/** For whoever watches the service. */
@Controller()
export class MetricsController {
  constructor(private readonly metrics: ApiMetrics) {}

  @Serves(serviceRoutes.readMetrics, 'nothing')
  read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.metrics.contentType);
    return this.metrics.text();
  }
}
