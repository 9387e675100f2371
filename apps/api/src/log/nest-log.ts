import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

const contextOf = (more: readonly unknown[]): { context?: string } => {
  const last = more.at(-1);
  return typeof last === 'string' ? { context: last } : {};
};

/** Lets NestJS speak through our log; its tales of every route are kept for `debug`. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(message: unknown, ...more: unknown[]): void {
    this.to.debug(contextOf(more), String(message));
  }
  warn(message: unknown, ...more: unknown[]): void {
    this.to.warn(contextOf(more), String(message));
  }
  error(message: unknown, ...more: unknown[]): void {
    const { context, ...rest } = contextOf(more);
    if (message instanceof Error) this.to.error({ ...rest, context, err: message }, message.message);
    else this.to.error({ context }, String(message));
  }
  debug(message: unknown, ...more: unknown[]): void {
    this.to.debug(contextOf(more), String(message));
  }
  verbose(message: unknown, ...more: unknown[]): void {
    this.to.trace(contextOf(more), String(message));
  }
}
