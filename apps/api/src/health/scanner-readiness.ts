import type { Readiness } from '@duly/api-contract';
import type { ClamScanner } from '@duly/documents';

/** Whether what comes in can be found clean. */
export class ScannerReadiness {
  constructor(
    private readonly scanner: ClamScanner | undefined,
    private readonly isUnscannedClean: boolean,
  ) {}

  async state(): Promise<Readiness['scanner']> {
    if (this.scanner) return (await this.scanner.isReady()) ? 'up' : 'down';
    return this.isUnscannedClean ? 'not-needed' : 'not-set';
  }
}
