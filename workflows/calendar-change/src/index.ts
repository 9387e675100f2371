export { calendarChange } from './calendar-change.js';
