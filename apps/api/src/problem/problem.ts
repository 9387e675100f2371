import { problemStatuses, type Problem, type ProblemCode } from '@duly/api-contract';
import type { CaseRefusal } from '@duly/case';
import type { ApiError } from './api-error.js';

/** `second-extension` → `Second extension`. */
const titleOf = (code: string): string => (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll('-', ' ');

const headOf = (code: ProblemCode) => ({
  type: `urn:duly:problem:${code}`,
  title: titleOf(code),
  status: problemStatuses[code],
  code,
});

export function problemOf({ code, particulars }: ApiError): Problem {
  const { retryAfter: _retryAfter, errors, ...said } = particulars;
  return { ...headOf(code), ...said, ...(errors && { errors: [...errors] }) };
}

/** A case's refusal, with the numbers and dates that belong to it. */
export function refusalProblem({ code, message, ...said }: CaseRefusal): Problem {
  return { ...headOf(code), detail: message, ...said };
}
