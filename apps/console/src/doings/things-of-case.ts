import { Injectable } from '@nestjs/common';
import { collectionRoutes, deliveryRoutes, documentRoutes, packageRoutes } from '@duly/api-contract';
import { DulyApi } from '../duly-api/duly-api.js';
import { wording } from '../wording/index.js';
import type { ThingKind } from './doings.js';

/** What a case has, by the words that people call it. */
@Injectable()
export class ThingsOfCase {
  constructor(private readonly api: DulyApi) {}

  /** @returns undefined where the case has no such thing. @throws ApiProblem */
  async called(token: string, caseId: string, kind: ThingKind, thing: string): Promise<string | undefined> {
    const all = await this.all(token, { params: { id: caseId } }, kind);
    return all.find(({ id }) => id === thing)?.called;
  }

  private async all(token: string, of: { readonly params: { readonly id: string } }, kind: ThingKind) {
    switch (kind) {
      case 'ask': {
        const { collections } = await this.api.read(token, collectionRoutes.readSourcesOfCase, of);
        return collections.flatMap(({ sources }) => sources).map(({ id, title }) => ({ id, called: title }));
      }
      case 'delivery': {
        const { deliveries } = await this.api.read(token, deliveryRoutes.readDeliveries, of);
        return deliveries.map(({ id, number, way }) => ({ id, called: `${number}: ${wording.wayOf[way]}` }));
      }
      case 'document': {
        const { documents } = await this.api.read(token, documentRoutes.listDocuments, of);
        return documents.map(({ id, name, purpose }) => ({
          id,
          called: name ?? wording.inPlainWords(purpose),
        }));
      }
      case 'package': {
        const { package: newest, earlier } = await this.api.read(token, packageRoutes.readPackage, of);
        return [newest, ...earlier]
          .filter(one => one !== null)
          .map(({ id, number }) => ({ id, called: `${wording.case.packages} ${number}` }));
      }
    }
  }
}
