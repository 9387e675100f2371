export {
  checkEntity,
  fieldTypes,
  NotAnEntity,
  type Collected,
  type DataRecord,
  type Entity,
  type Field,
  type FieldType,
  type KeptRecord,
  type Value,
} from './records/entity.js';
export { NotARecord } from './records/not-a-record.js';
export { recordOf } from './records/kept-record.js';
export { readKept } from './records/read-kept.js';
export { readRecords } from './records/read-records.js';
export type { RecordLimits } from './records/record-limits.js';
export type { LeftOutTold, PackageContents, PackageFacts, PackedDocument } from './package/contents.js';
export { manifestKind, storageWarning, type WrittenFile } from './package/manifest.js';
export type { PackageFile } from './package/package-file.js';
export {
  filesOf,
  writeFiles,
  writePackage,
  type ForManifest,
  type Packing,
} from './package/write-package.js';
export { examinePackage, openFile, type Examining, type FoundItem } from './examine/examine-package.js';
export { PackageRefused, type PackageFault } from './examine/package-refused.js';
export { usualLimits, type ExpansionLimits, type PackageBytes } from './examine/zip-contents.js';
