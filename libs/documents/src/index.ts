export { NotStored, StoreFull, type DocumentStore, type StoreKey } from './document-store.js';
export { FolderStore } from './folder-store.js';
export { endingOf, KindRefused } from './judge-kind.js';
export { documentKinds, type DocumentKind } from './kinds.js';
export { receiveDocument, storeKeyOf, TooLarge, type ReceivedDocument } from './receive-document.js';
export { ClamScanner, NotScanned, type Scanned, type ScannerSettings } from './scanner.js';
export { DocumentRoom, NotClean, TooLate, type DocumentToKeep, type Kept } from './document-room.js';
export { HalfSetStore, scannerFrom, storeFrom } from './from-settings.js';
export { S3Store, type S3Settings } from './s3-store.js';
