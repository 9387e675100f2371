// Bundles the workflows of one project as the worker loads them, and says what is inside.
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

/**
 * Pure code without any state: read once for a worker and shared by all its cases, instead of once more for every case, which costs each
 * case several milliseconds. The SDK freezes what is shared.
 */
const preloadModules = ['@duly/law', '@duly/case'].map(name => fileURLToPath(import.meta.resolve(name)));
const sourceOf = (project, file) =>
  fileURLToPath(new URL(`../../workflows/${project}/src/${file}`, import.meta.url));

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
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: configuration => ({
      ...configuration,
      plugins: [...(configuration.plugins ?? []), listing(modules)],
    }),
  });
  return { code, modules: [...modules], exported: exportedBy(code) };
}
