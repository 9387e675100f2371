import { mayDo } from '@duly/api-contract';
import type { Session } from '../sign-in/session.js';
import { wording } from '../wording/index.js';
import type { CaseRead } from './read-case.js';

const { oneCase, case: ofCase } = wording;

export interface PartOfPage {
  /** The id of its heading. */
  readonly id: string;
  readonly title: string;
}

/** The headings of the page of a case, in order, as far as this reader has them. */
export function partsOfPage({ roles }: Session, { view, request }: CaseRead): readonly PartOfPage[] {
  return [
    ...(request?.words ? [{ id: 'said', title: ofCase.said }] : []),
    { id: 'to-do', title: oneCase.toDo },
    ...(mayDo(roles, 'work cases') ? [{ id: 'steps', title: oneCase.steps }] : []),
    { id: 'people', title: oneCase.people },
    { id: 'documents', title: ofCase.documents },
    { id: 'sources', title: ofCase.sources },
    { id: 'packages', title: ofCase.packages },
    { id: 'letters', title: oneCase.letters },
    ...(view.sisters.length > 0 ? [{ id: 'sisters', title: oneCase.sisters }] : []),
    { id: 'story', title: oneCase.story },
  ];
}
