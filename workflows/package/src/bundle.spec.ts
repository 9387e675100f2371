import { sep } from 'node:path';
import { bundleWorkflow } from '../../../infra/build/bundle-workflow.mjs';

it('the bundle of packages exports its workflow, and holds of our code only what may stand in a sandbox', async () => {
  const { exported, modules } = await bundleWorkflow('package');
  expect(exported).toEqual(['buildPackage', 'sendStraight']);
  const ours = modules
    .map(path => path.split(sep).join('/'))
    .filter(path => !path.includes('/node_modules/'));
  const elsewhere = ours.filter(
    path => !/\/(libs\/(law|case|case-protocol)|workflows\/package)\/src\//.test(path),
  );
  expect(elsewhere).toEqual([]);
});
