import { verbs, type LetterNews, type NewSchedule } from '@duly/case';
import {
  caseUpdates,
  changeCalendarUpdate,
  changeScheduleUpdate,
  eventsQuery,
  hearOfLetterUpdate,
  summaryQuery,
  type CalendarMessage,
  type CommandAnswer,
  type CommandMessage,
} from '@duly/case-protocol';
import type { UpdateDefinition } from '@temporalio/common';
import { setHandler } from '@temporalio/workflow';
import type { LiveFile } from './case-file.js';

/** Every Update and Query of a case; to be called before the first await, so that no early message finds a closed door. */
export function openDoors(file: LiveFile): void {
  for (const verb of verbs) {
    const update = caseUpdates[verb] as UpdateDefinition<CommandAnswer, [CommandMessage]>;
    // Synchronous on both sides: an async validator could not refuse, and a handler never waits for anything.
    setHandler(update, (message: CommandMessage) => file.accept(message), {
      validator: (message: CommandMessage) => file.check(message),
    });
  }
  setHandler(changeCalendarUpdate, (message: CalendarMessage) => file.acceptCalendar(message), {
    validator: (message: CalendarMessage) => file.checkCalendar(message),
  });
  setHandler(changeScheduleUpdate, (message: NewSchedule) => file.acceptSchedule(message), {
    validator: (message: NewSchedule) => file.checkSchedule(message),
  });
  setHandler(hearOfLetterUpdate, (news: LetterNews) => file.acceptNews(news), {
    validator: (news: LetterNews) => file.checkNews(news),
  });
  setHandler(summaryQuery, () => file.summary);
  setHandler(eventsQuery, () => file.events);
}
