import type { RecordLimits } from '@duly/disclosure';
import type { DocumentStore } from '@duly/documents';
import type { Printer, Sender } from '@duly/letters';
import type { Register } from '@duly/register';
import type { Vault } from '@duly/vault';

/** What packages are built with. */
export interface PackageRoom {
  readonly register: Register;
  readonly vault: Vault;
  readonly store: DocumentStore;
  readonly organisation: Sender['organisation'];
  /** Sets the cover letter on paper. */
  readonly printer: Printer;
  readonly vocabulary: string;
  readonly limits: RecordLimits;
  /** Says that the step still lives: the SDK lets through what the server needs to hear. */
  readonly alive: () => void;
  /** Seconds for which a package is kept once it is ready. */
  readonly keptFor: number;
}
