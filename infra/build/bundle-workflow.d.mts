/** Of a project in `workflows`, by its folder: the bundle's code, the paths of its modules, and the workflows it exports. */
export function bundleWorkflow(project: string): Promise<{
  readonly code: string;
  readonly modules: readonly string[];
  readonly exported: readonly string[];
}>;
