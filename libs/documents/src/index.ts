export { NotStored, StoreFull, type DocumentStore, type StoreKey } from './document-store.js';
export { FolderStore } from './folder-store.js';
export { KindRefused } from './judge-kind.js';
export { documentKinds, type DocumentKind } from './kinds.js';
export { receiveDocument, storeKeyOf, TooLarge, type ReceivedDocument } from './receive-document.js';
export { ClamScanner, NotScanned, type Scanned, type ScannerSettings } from './scanner.js';
