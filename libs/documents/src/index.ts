export { NotStored, StoreFull, type DocumentStore, type StoreKey } from './document-store.js';
export { FolderStore } from './folder-store.js';
export { ClamScanner, NotScanned, type Scanned, type ScannerSettings } from './scanner.js';
