/** The bundle's code, the paths of its modules, and the workflows it exports. */
export function bundleWorkflow(): Promise<{
  readonly code: string;
  readonly modules: readonly string[];
  readonly exported: readonly string[];
}>;
