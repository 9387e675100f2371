// Events and bytes of the demo's first life, with its letters.
import proto from '@temporalio/proto';
import { historyFromJson } from '@duly/temporal';
import { golden } from './golden.mjs';

const { History } = proto.temporal.api.history.v1;

/** Written only because a clock was wound: a real case has none of them. */
const ofWinding = /TIME_SKIPPING_TRANSITIONED|OPTIONS_UPDATED/;

function line(name, figure, unit, aim) {
  const judged = aim === undefined ? '' : figure <= aim ? `  aim ≤ ${aim}: met` : `  aim ≤ ${aim}: MISSED`;
  console.log(`${name.padEnd(58)} ${String(figure).padStart(9)} ${unit}${judged}`);
}

export async function historySize() {
  const { history } = await golden('answered-in-time');
  const { events } = history;
  const bytes = History.encode(historyFromJson(history)).finish().length;
  const wound = events.filter(({ eventType }) => ofWinding.test(eventType)).length;
  console.log('\nThe history of the demo’s first life, with its letters');
  line('events', events.length, '', 90);
  line('of these only because its clock was wound', wound, '');
  line('size', Math.round(bytes / 102.4) / 10, 'KiB', 48);
}
