import type { ClockView } from '@duly/api-contract';
import { clockInputOf, clockOf, withPost, type CaseFile } from '@duly/case';
import { explain, inLines, isClockError } from '@duly/law';
import type { RegisteredCase } from '@duly/register';

/** How the date was worked out, by the same law that set it, in words. The legal date and the date to work to stand apart. */
export function clockView(
  found: Pick<RegisteredCase, 'caseId' | 'reference' | 'version' | 'calendar'>,
  file: CaseFile,
): ClockView {
  const { clock: stands, isProvisional } = clockOf(file);
  const input = clockInputOf(file);
  const explained = explain(isProvisional ? { ...input, calendar: 'none' } : input, file.calendars);
  if (isClockError(explained)) throw new Error(`Case ${found.caseId}: ${explained.error.message}`);
  // A complaint that was acknowledged has no date left, which the case knows and the law's clock cannot (R52).
  const { id: _id, ...clock } = stands;
  const steps = withPost(file, explained.steps);
  return {
    id: found.caseId,
    reference: found.reference,
    version: found.version,
    dueDate: clock.effectiveDueDate,
    planBy: clock.planBy,
    isProvisional,
    calendar: found.calendar,
    clock,
    steps: steps.map(step => ({ ...step, inputs: { ...step.inputs } })),
    text: inLines(steps),
  };
}
