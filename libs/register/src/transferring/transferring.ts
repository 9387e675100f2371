import type { Database } from '@duly/postgres';
import { Assessing } from './assessing.js';
import { IncomingPackages } from './incoming.js';
import { Receivers } from './receivers.js';
import { Senders } from './senders.js';
import { Transfers } from './transfers.js';

/** Packages between controllers (UK GDPR Art 20(2)): who may have them and how far each is; who may send them and what became of each. */
export class Transferring {
  readonly receivers: Receivers;
  readonly transfers: Transfers;
  readonly senders: Senders;
  readonly incoming: IncomingPackages;
  readonly assessing: Assessing;

  constructor(database: Database) {
    this.receivers = new Receivers(database);
    this.transfers = new Transfers(database);
    this.senders = new Senders(database);
    this.incoming = new IncomingPackages(database);
    this.assessing = new Assessing(database);
  }
}
