import { wording } from '../wording/index.js';

const { tabs } = wording.administration;

export const administrationTabs = [
  { text: tabs.health, href: '/administration' },
  { text: tabs.sources, href: '/administration/sources' },
  { text: tabs.schedules, href: '/administration/schedules' },
  { text: tabs.templates, href: '/administration/templates' },
  { text: tabs.calendars, href: '/administration/calendars' },
  { text: tabs.settings, href: '/administration/settings' },
] as const;
