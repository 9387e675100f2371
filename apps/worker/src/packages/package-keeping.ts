import { packageQueueOf, packageWorkflowIdOf, packageWorkflowType } from '@duly/case-protocol';
import type { DocumentStore } from '@duly/documents';
import type { Register } from '@duly/register';
import type { openTemporal } from '@duly/temporal';
import type { Vault } from '@duly/vault';
import type { Log } from '../log/log.js';
import { Rounds } from '../rounds.js';
import type { RenewedLinks } from './renewed-links.js';

/** Looks so often, in milliseconds. */
const pause = 500;
const most = 20;

export interface PackageKeepingOptions {
  readonly register: Register;
  readonly vault: Vault;
  readonly store: DocumentStore;
  readonly client: ReturnType<typeof openTemporal>;
  readonly taskQueue: string;
  readonly links: RenewedLinks;
  readonly log: Log;
}

/** Begins the packages that were asked for, and ends those whose day has come; what a crash left undone comes round again. */
export class PackageKeeping {
  private constructor(private readonly options: PackageKeepingOptions) {}

  static start(options: PackageKeepingOptions): Rounds {
    const keeping = new PackageKeeping(options);
    const words = 'packages could not be looked after';
    return Rounds.start({ look: () => keeping.look(), pause, words, log: options.log });
  }

  private async look(): Promise<void> {
    const { packages, deliveryLinks } = this.options.register.disclosing;
    for (const packageId of await packages.toBegin(most)) await this.begin(packageId);
    await deliveryLinks.tellExpired(most);
    await this.options.links.sendSome(most);
    for (const one of await packages.toDestroy(most)) await this.destroy(one);
  }

  private async begin(packageId: string): Promise<void> {
    const { client, taskQueue, register } = this.options;
    await client.workflow.start(packageWorkflowType, {
      workflowId: packageWorkflowIdOf(packageId),
      taskQueue: packageQueueOf(taskQueue),
      args: [{ packageId }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
    await register.disclosing.packages.begun(packageId);
  }

  /** The key first: from then on no copy of the bytes, wherever it lies, opens again. */
  private async destroy(one: {
    readonly packageId: string;
    readonly caseId: string;
    readonly requestId: string;
  }) {
    const { register, vault, store } = this.options;
    const { packageId, caseId, requestId } = one;
    await vault.destroyCopyKey(packageId);
    for (const { partId } of await register.disclosing.packages.parts(packageId))
      await store.remove([requestId, caseId, partId]);
    await store.remove([requestId, caseId, packageId]);
    await register.disclosing.packages.destroyed(packageId);
  }
}
