import { proxyActivities } from '@temporalio/workflow';
import type { Ask, LookAndAnswer } from './look-and-answer.js';

const { lookAndAnswer } = proxyActivities<LookAndAnswer>({ startToCloseTimeout: '5 minutes' });

/** What Duly starts: one activity, so that no name of a person stands in a history. */
export const AnswerDuly = (ask: Ask): Promise<string> => lookAndAnswer(ask);
