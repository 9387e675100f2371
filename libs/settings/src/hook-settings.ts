import { z } from 'zod';
import { duration } from './kinds.js';
import { setting } from './setting.js';

const endpoint = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):\d{1,5}$/;

/** `host:port`, a comma between two. */
const endpoints = z
  .string()
  .transform(written => written.split(',').map(one => one.trim()))
  .refine(list => list.every(one => endpoint.test(one)), {
    error: 'must look like host:port, such as 127.0.0.1:9000, with a comma between two',
  });

const span = (least: number, most: number, error: string) =>
  duration.refine(seconds => seconds >= least && seconds <= most, { error });

/** Which addresses of other systems may be called. */
export const hookPlaceSettings = {
  hooksLoopback: setting(endpoints, {
    describes:
      'endpoints on this machine to which hooks may be sent, also by http, for development and tests',
    unit: 'host:port, a comma between two',
    refusedInProduction: true,
  }),
};

export const hookSettings = {
  hooksTimeout: setting(span(1, 60, 'must lie between PT1S and PT1M'), {
    describes: 'how long another system may take to answer a message',
    unit: 'ISO 8601 duration',
    default: 'PT15S',
  }),
  hooksGiveUpAfter: setting(span(3_600, 2_592_000, 'must lie between PT1H and P30D'), {
    describes: 'how long an endpoint of another system may fail alone before it is disabled',
    unit: 'ISO 8601 duration',
    default: 'P5D',
  }),
  hooksLogRetention: setting(span(86_400, 31_536_000, 'must lie between P1D and P365D'), {
    describes: 'how long the log of messages to other systems is kept, and can be replayed',
    unit: 'ISO 8601 duration',
    default: 'P30D',
  }),
};
