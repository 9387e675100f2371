import type { Database } from '@duly/postgres';
import { Deliveries } from './deliveries.js';
import { DeliveryLinks } from './delivery-links.js';
import { Packages } from './packages.js';
import { Reviews } from './review.js';
import { Transferring } from '../transferring/transferring.js';

/** What leaves for the person: how it was reviewed, packed and delivered. */
export class Disclosing {
  readonly reviews: Reviews;
  readonly packages: Packages;
  readonly deliveries: Deliveries;
  readonly deliveryLinks: DeliveryLinks;
  readonly transferring: Transferring;

  constructor(database: Database) {
    this.reviews = new Reviews(database);
    this.packages = new Packages(database);
    this.deliveries = new Deliveries(database);
    this.deliveryLinks = new DeliveryLinks(database);
    this.transferring = new Transferring(database);
  }
}
