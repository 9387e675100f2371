import { answeredCall } from './answered-call.js';

const id = '6f9f3a6e-6b0e-4b63-9a3c-0c8f5a1d2e3f';
const call = { key: 'a-key-of-one', body: { words: 'Zebedee' }, correlationId: 'one' };
const caller = { subject: 'zebedee@council.example', roles: [] };

const of = (route: string, status: number, body: object = {}) =>
  answeredCall({ ...call, caller, route }, 'staff-1', { status, body });

describe('the entry of a call', () => {
  it('names its case or its request, and what was asked, without what was said', () => {
    expect(of(`POST /v1/cases/${id}/extend-time`, 200)).toEqual({
      by: 'staff-1',
      route: 'POST /v1/cases/{id}/extend-time',
      caseId: id,
      correlationId: 'one',
      status: 200,
    });
    expect(of(`POST /v1/requests/${id}/add-note`, 200)).toMatchObject({ requestId: id });
    expect(of('POST /v1/requests', 201)).not.toHaveProperty('requestId');
  });

  it('says why it was refused', () => {
    expect(of(`POST /v1/cases/${id}/refuse`, 409, { code: 'case-closed' }).code).toBe('case-closed');
    expect(of('POST /v1/staff/staff-0b1c2d3e/leave', 404, { code: 'no-such-staff' })).toMatchObject({
      route: 'POST /v1/staff/{id}/leave',
      code: 'no-such-staff',
    });
  });
});
