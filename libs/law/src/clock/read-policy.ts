import { defaultPolicy, policyAnswers, type Policy } from './policy.js';
import { isRecord } from '../json/is-record.js';
import { quoted, WrongInput } from './wrong-input.js';

function isRange(answers: readonly (string | number)[]): answers is readonly [least: number, most: number] {
  return typeof answers[0] === 'number';
}

function checkAnswer(name: keyof Policy, value: unknown): void {
  const answers = policyAnswers[name];
  if (isRange(answers)) {
    const [least, most] = answers;
    if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return;
    throw new WrongInput(
      'UNKNOWN_VALUE',
      `policy.${name}`,
      `${quoted(value)} is not a whole number from ${least} to ${most}.`,
      `The default is ${String(defaultPolicy[name])}; leave it out to take that.`,
    );
  }
  if (typeof value === 'string' && answers.includes(value)) return;
  throw new WrongInput(
    'UNKNOWN_VALUE',
    `policy.${name}`,
    `${quoted(value)} is no answer to this doubtful point.`,
    `Use one of: ${answers.join(', ')}.`,
  );
}

/** The defaults, and what the caller decided otherwise. @throws WrongInput for a point or an answer that is not known. */
export function readPolicy(value: unknown): Policy {
  if (value === undefined || value === null) return defaultPolicy;
  if (!isRecord(value)) {
    throw new WrongInput('NOT_AN_OBJECT', 'policy', 'A policy is an object.', 'Write { "safetyDays": 1 }.');
  }
  for (const [name, answer] of Object.entries(value)) {
    if (!Object.hasOwn(defaultPolicy, name)) {
      throw new WrongInput(
        'UNKNOWN_VALUE',
        `policy.${name.slice(0, 40)}`,
        `${quoted(name)} is not a policy that the clock knows.`,
        `Use one of: ${Object.keys(defaultPolicy).join(', ')}.`,
      );
    }
    checkAnswer(name as keyof Policy, answer);
  }
  return { ...defaultPolicy, ...value };
}
