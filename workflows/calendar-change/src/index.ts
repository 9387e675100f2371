export { calendarChange } from './calendar-change.js';
export { scheduleChange } from './schedule-change.js';
