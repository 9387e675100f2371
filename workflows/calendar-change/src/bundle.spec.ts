import { sep } from 'node:path';
import { bundleWorkflow } from '../../../infra/build/bundle-workflow.mjs';

it('the bundle of the calendar change exports the two workflows that tell cases of a change, and holds of our code only what may stand in a sandbox', async () => {
  const { exported, modules } = await bundleWorkflow('calendar-change');
  expect(exported).toEqual(['calendarChange', 'scheduleChange']);
  const ours = modules
    .map(path => path.split(sep).join('/'))
    .filter(path => !path.includes('/node_modules/'));
  const elsewhere = ours.filter(
    path => !/\/(libs\/(law|case|case-protocol)|workflows\/calendar-change)\/src\//.test(path),
  );
  expect(elsewhere).toEqual([]);
});
