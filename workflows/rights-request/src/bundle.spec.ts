import { sep } from 'node:path';
import { bundleWorkflow } from '../../../infra/build/bundle-workflow.mjs';

type Bundle = Awaited<ReturnType<typeof bundleWorkflow>>;

describe('the workflow bundle that the worker loads', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleWorkflow('rights-request');
  });

  const ours = (): string[] => {
    const places = bundle.modules.map(path => path.split(sep).join('/'));
    return places.filter(path => !path.includes('/node_modules/'));
  };

  it('exports the workflow by its name, and nothing else', () => {
    expect(bundle.exported).toEqual(['rightsRequest']);
  });

  it('holds of our code only the law, the case, its protocol and the workflow itself', () => {
    const elsewhere = ours().filter(
      path => !/\/(libs\/(law|case|case-protocol)|workflows\/rights-request)\/src\//.test(path),
    );
    expect(elsewhere).toEqual([]);
    expect(ours().some(path => path.endsWith('/libs/law/src/clock/clock.ts'))).toBe(true);
    expect(ours().some(path => path.endsWith('/libs/case/src/decide/extend-time.ts'))).toBe(true);
  });

  it('holds of other people’s code only the Temporal SDK and what that brings', () => {
    const packages = bundle.modules.flatMap(path => {
      const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path.split(sep).join('/')) ?? [];
      return name === undefined ? [] : [name];
    });
    const known = [
      '@temporalio/common',
      '@temporalio/workflow',
      '@temporalio/proto',
      '@temporalio/worker',
      'ms',
      'nexus-rpc',
      'long',
      'protobufjs',
      '@protobufjs/',
      'assert',
      'util',
    ];
    expect([...new Set(packages)].filter(name => !known.some(allowed => name.startsWith(allowed)))).toEqual(
      [],
    );
  });

  it('holds no specs and no made-up world', () => {
    expect(ours().filter(path => /\.(spec|given|telling)\.ts$/.test(path))).toEqual([]);
  });

  it('stays small: at most 4.5 MB with its source maps', () => {
    expect(bundle.code.length).toBeLessThan(4.5 * 1024 * 1024);
  });
});
