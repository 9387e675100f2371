// Bundles the workflows of one project as the worker loads them, and says what is inside.
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

/**
 * Pure code without any state: read once for a worker and shared by all its cases, instead of once more for every case, which costs each
 * case several milliseconds. The SDK freezes what is shared.
 */
const preloadModules = ['@duly/law', '@duly/case'].map(name => fileURLToPath(import.meta.resolve(name)));
const sourceOf = (project, file) =>
  fileURLToPath(new URL(`../../workflows/${project}/src/${file}`, import.meta.url));

/** What goes wrong in a workflow is sealed like all else: its words travel as a payload. */
const failureConverterPath = fileURLToPath(
  new URL('../../libs/case-protocol/src/failure-converter.ts', import.meta.url),
);

const workspace = fileURLToPath(new URL('../..', import.meta.url));
export const shippedFolder = project => `${workspace}dist/workflows/${project}/`;

/** Remembers the path of every module that webpack put into the bundle. */
const listing = modules => ({
  apply: compiler =>
    compiler.hooks.compilation.tap('listing', compilation =>
      compilation.hooks.finishModules.tap('listing', found => {
        for (const module of found) if (module.resource) modules.add(module.resource);
      }),
    ),
});

/** The names that the bundle's own entry point gives to the worker. */
function exportedBy(code) {
  const context = vm.createContext({ __webpack_module_cache__: {}, console, TextEncoder, TextDecoder });
  context.globalThis = context;
  vm.runInContext(`${code}\n;globalThis.__exported = Object.keys(__TEMPORAL__.importWorkflows());`, context);
  return [...context.__exported];
}

export async function bundleWorkflow(project) {
  const modules = new Set();
  const auditing = sourceOf(project, 'auditing.ts');
  const { code } = await bundleWorkflowCode({
    workflowsPath: sourceOf(project, 'index.ts'),
    workflowInterceptorModules: existsSync(auditing) ? [auditing] : [],
    preloadModules,
    failureConverterPath,
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: configuration => ({
      ...configuration,
      plugins: [...(configuration.plugins ?? []), listing(modules)],
    }),
  });
  return { code, modules: [...modules], exported: exportedBy(code) };
}

const digestOf = file =>
  existsSync(workspace + file)
    ? createHash('sha256')
        .update(readFileSync(workspace + file))
        .digest('base64')
    : '';

/** What a bundle was made of, each with its digest: our own modules, how they are bundled, and the versions of all packages. */
export function sourcesOf(modules) {
  const own = modules.filter(path => !path.includes('/node_modules/')).map(path => relative(workspace, path));
  const files = [...own, 'infra/build/bundle-workflow.mjs', 'package-lock.json'].sort();
  return Object.fromEntries(files.map(file => [file, digestOf(file)]));
}

/** The bundle that the build wrote; bundled anew where there is none, or what it was made of has changed since. */
export async function shippedWorkflow(project) {
  const [bundle, sources] = ['bundle.js', 'sources.json'].map(name => shippedFolder(project) + name);
  const made = existsSync(sources) ? JSON.parse(readFileSync(sources, 'utf8')) : { nothing: 'made' };
  if (Object.entries(made).some(([file, digest]) => digestOf(file) !== digest))
    return bundleWorkflow(project);
  return { code: readFileSync(bundle, 'utf8') };
}
