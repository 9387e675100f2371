import { toCivilDate } from '@duly/law';
import type { CasePreview, LetterPreview, OpeningPreview, RequestPreview } from '../previews.js';
import { caseItemExample } from './view-examples.js';

const letter: LetterPreview = {
  kind: 'extension',
  level: 'case',
  recipient: 'requester',
  by: 'email',
  to: 'ann@example.org',
  subject: 'We need more time for your request (DR-2026-000123-1)',
  text: 'Dear Ann Example,\n\nWe need more time.\n',
  html: '<!doctype html>\n<html lang="en">…</html>\n',
  language: 'en',
  template: 'extension',
  templateVersion: 2,
};

const after = { ...caseItemExample, version: 2 };

export const casePreviewExample: CasePreview = {
  version: 1,
  letters: [letter],
  events: ['ExtensionDecided'],
  now: caseItemExample,
  after,
  onceGiven: {
    ...after,
    dueDate: toCivilDate('2026-10-01'),
    planBy: toCivilDate('2026-10-01'),
    version: 4,
  },
};

const asked: CasePreview['after'] = { ...after, state: 'AWAITING_ID', dueDate: null, planBy: null };

export const requestPreviewExample: RequestPreview = {
  letters: [
    {
      ...letter,
      kind: 'identity',
      level: 'request',
      subject: 'Please help us check who you are (DR-2026-000123)',
      text: 'Dear Ann Example,\n\nBefore we act on it, we need to be sure who you are.\n',
      template: 'identity',
    },
  ],
  cases: [
    {
      case: caseItemExample.id,
      outcome: 'accepted',
      events: ['IdentityAskDecided'],
      now: caseItemExample,
      after,
      onceGiven: asked,
    },
  ],
};

const { id: _notYetThere, version: _ofNone, ...opened } = caseItemExample;

export const openingPreviewExample: OpeningPreview = {
  reference: 'DR-2026-000000',
  letters: [
    {
      ...letter,
      kind: 'acknowledgement',
      level: 'request',
      subject: 'We have received your request (DR-2026-000000)',
      text: 'Dear Ann Example,\n\nWe have received your request.\n',
      template: 'acknowledgement',
    },
  ],
  cases: [
    { ...opened, reference: 'DR-2026-000000-1' },
    { ...opened, reference: 'DR-2026-000000-2', right: 'erasure' },
  ],
  lookAlikes: [
    {
      request: '4c0c9a3e-2a55-4f3c-9f0e-6c1d2f3a4b5d',
      reference: 'DR-2026-000098',
      receivedOn: toCivilDate('2026-06-02'),
      same: ['email', 'name'],
      cases: [caseItemExample],
    },
  ],
};
