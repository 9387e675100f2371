import type { DistanceBody, ScheduleBody, ScheduleView } from '@duly/api-contract';
import type { AskSchedule, CaseRight, Distance, ReminderSchedule } from '@duly/case';

const written = (distance: Distance): DistanceBody => {
  if ('workingDays' in distance) return { workingDays: distance.workingDays };
  const { months = 0, days = 0 } = distance;
  return { ...(months > 0 && { months }), ...(days > 0 && { days }) };
};

const read = ({ workingDays, ...span }: DistanceBody): Distance =>
  workingDays === undefined ? span : { workingDays };

const askWritten = ({ remindAfter, warnBefore, abandonAfter }: AskSchedule) => ({
  remindAfter: remindAfter.map(written),
  warnBefore: written(warnBefore),
  abandonAfter: written(abandonAfter),
});

const askRead = ({
  remindAfter,
  warnBefore,
  abandonAfter,
}: ScheduleBody['requester']['fee']): AskSchedule => ({
  remindAfter: remindAfter.map(read),
  warnBefore: read(warnBefore),
  abandonAfter: read(abandonAfter),
});

export function scheduleView(right: CaseRight, schedule: ReminderSchedule): ScheduleView {
  const { version, handler, requester, manager, source } = schedule;
  return {
    right,
    version,
    handler: handler.map(written),
    requester: {
      identity: askWritten(requester.identity),
      authority: askWritten(requester.authority),
      fee: askWritten(requester.fee),
      clarification: askWritten(requester.clarification),
    },
    manager: manager.map(written),
    source: source.map(written),
  };
}

export function scheduleOfBody({
  handler,
  requester,
  manager,
  source,
}: ScheduleBody): Omit<ReminderSchedule, 'version'> {
  return {
    handler: handler.map(read),
    requester: {
      identity: askRead(requester.identity),
      authority: askRead(requester.authority),
      fee: askRead(requester.fee),
      clarification: askRead(requester.clarification),
    },
    manager: manager.map(read),
    source: source.map(read),
  };
}
