import { sep } from 'node:path';
import { bundleWorkflow } from '../../../infra/build/bundle-workflow.mjs';

it('the bundle of the record keeping exports its three workflows, and holds of our code only what may stand in a sandbox', async () => {
  const { exported, modules } = await bundleWorkflow('record-keeping');
  expect(exported).toEqual(['historyArchive', 'registerCheck', 'registerRebuild']);
  const ours = modules
    .map(path => path.split(sep).join('/'))
    .filter(path => !path.includes('/node_modules/'));
  const elsewhere = ours.filter(
    path => !/\/(libs\/(law|case|case-protocol)|workflows\/record-keeping)\/src\//.test(path),
  );
  expect(elsewhere).toEqual([]);
});
