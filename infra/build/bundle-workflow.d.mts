/** Of a project in `workflows`, by its folder: the bundle's code, the paths of its modules, and the workflows it exports. */
export function bundleWorkflow(project: string): Promise<{
  readonly code: string;
  readonly modules: readonly string[];
  readonly exported: readonly string[];
}>;

/** The same project's bundle as the build left it in `dist`; made anew if it is missing or older than its sources. */
export function shippedWorkflow(project: string): Promise<{ readonly code: string }>;
