import type { DocumentStore } from '@duly/documents';

/** Where sealed documents lie. */
export class DocumentShelf {
  constructor(readonly store: DocumentStore) {}
}
