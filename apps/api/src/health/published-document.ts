import { Injectable } from '@nestjs/common';
import { openApiDocument, routes } from '@duly/api-contract';

/** The OpenAPI document, made once of the schemas that check what comes and goes. */
@Injectable()
export class PublishedDocument {
  readonly document: object = openApiDocument(routes, {
    title: 'Duly',
    version: '1',
    description: 'Data-protection rights requests: their cases, clocks, tasks and letters.',
  });
}
