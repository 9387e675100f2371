import type { RequestOpened } from '@duly/api-contract';
import type { AcceptedRequest } from '@duly/register';
import { caseItem } from '../cases/case-item.js';

/** What opening answers: the reference, and for each case its lawful date. */
export function openedView(request: string, { reference, cases }: AcceptedRequest): RequestOpened {
  return { request, reference, cases: cases.map(({ summary }) => caseItem(summary)) };
}
