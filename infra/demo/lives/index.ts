import { answered } from './answered.js';
import { extended } from './extended.js';
import { fee } from './fee.js';
import { identity } from './identity.js';
import { moved } from './moved.js';
import { refused } from './refused.js';
import type { Beside } from '../beside.js';
import type { Telling } from './telling.js';

export const lives: readonly Telling<[Promise<Beside>]>[] = [
  answered,
  identity,
  fee,
  extended,
  refused,
  moved,
];
