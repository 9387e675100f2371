/** A request for access, received on 31 March 2026 unless told otherwise; with anything more that a test is about. */
export function accessCase(
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    id,
    right: 'access',
    calendar: 'england-and-wales',
    events: [{ type: 'received', date: '2026-03-31' }],
    ...more,
  };
}

export const line = (value: unknown): string => JSON.stringify(value);

/** What the clock answers to {@link accessCase}, written out: names, order and nulls are part of the contract. */
export const answerLine = (id: string): string =>
  `{"id":"${id}","ruleset":"uk-gdpr-2026","relevantDate":"2026-03-31","dueDate":"2026-04-30","extendedDueDate":"2026-06-30",` +
  '"extensionNoticeBy":"2026-04-30","conservativeExtensionNoticeBy":"2026-04-30","effectiveDueDate":"2026-04-30",' +
  '"conservativeDueDate":"2026-04-30","fallbackDueDate":"2026-04-30","planBy":"2026-04-30","excludedDays":0,"countedDays":null,' +
  '"remainingDays":null,"state":"RUNNING","inTime":null,"extensionValid":null,"acknowledgeBy":null,"stopProcessing":null,' +
  '"refusable":true,"reason":null}';
