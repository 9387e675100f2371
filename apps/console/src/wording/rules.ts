import type { Verb } from '@duly/case';
import { guidanceOfRights } from './guidance-of-rights.js';
import { guidanceOfEveryRight, type GuidanceWords } from './guidance.js';

export interface Guidance extends GuidanceWords {
  /** Where the rule can be read. */
  readonly source: string;
}

const ukGdpr = 'https://www.legislation.gov.uk/eur/2016/679/article/';
const dpa = 'https://www.legislation.gov.uk/ukpga/2018/12/section/';

/** Every verb has one: the compiler says which does not. */
const guidance: Readonly<Record<Verb, GuidanceWords>> = { ...guidanceOfEveryRight, ...guidanceOfRights };

/** Where a rule stands in the law as it is published. */
export function sourceOf(rule: string): string {
  const section = /s\.(\d+[A-Z]?)/u.exec(rule)?.[1];
  if (section !== undefined) return `${dpa}${section}`;
  const article = /Arts? (\d+[A-Z]?)/u.exec(rule)?.[1];
  return article === undefined
    ? 'https://www.legislation.gov.uk/ukpga/2018/12/contents'
    : `${ukGdpr}${article}`;
}

/** What helps with a step, in place. */
export function guidanceOf(verb: Verb): Guidance {
  const { rule, text } = guidance[verb];
  return { rule, text, source: sourceOf(rule) };
}
