const entry = {
  number: 41,
  recordedAt: '2026-03-31T09:30:00.123456Z',
  action: 'RequestReceived',
  by: 'staff-0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e',
  requestId: '6f9f3a6e-6b0e-4b63-9a3c-0c8f5a1d2e3f',
  caseId: '0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a',
  run: 1,
  eventNumber: 1,
  cite: 'UK GDPR Art 12A(2)',
  commitment: '3f'.repeat(32),
  correlationId: null,
  detail: {},
};
const note = `council.example/duly\n42\n${'A'.repeat(43)}=\ntime 2026-03-31T10:00:00.000Z\n\n— council.example/duly ${'A'.repeat(91)}=\n`;
const head = { number: 1, size: 42, signedAt: '2026-03-31T10:00:00.000Z', note };

export const auditOfRequestExample = { entries: [{ ...entry, leafIndex: 40 }] };
export const auditLogExample = { entries: [{ ...entry, leafIndex: 40, leaf: '9a'.repeat(32) }] };
export const treeHeadExample = head;
export const treeHeadsExample = {
  log: 'council.example/duly',
  keys: [`council.example/duly+0123abcd+${'A'.repeat(44)}`],
  heads: [head],
};
export const consistencyExample = { first: 40, second: 42, proof: ['5c'.repeat(32)] };
export const caseBundleExample = {
  form: 'duly-bundle-1' as const,
  contents: { reference: 'DR-2026-000123-1' },
  entries: [{ ...entry, leafIndex: 40, proof: ['5c'.repeat(32)] }],
  head: note,
  earlierHeads: [{ note, proof: ['5c'.repeat(32)] }],
};
export const caseHistoriesExample = {
  reference: 'DR-2026-000123-1',
  runs: [
    {
      run: 1,
      source: 'archive' as const,
      history: { events: [{ eventId: '1', eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED' }] },
    },
  ],
};
export const workflowCodeExample = { hash: '3f'.repeat(32), code: 'H4sIAAAAAAAAAwMAAAAAAAAAAAA=' };
