export {
  checkEntity,
  fieldTypes,
  NotAnEntity,
  type Collected,
  type DataRecord,
  type Entity,
  type Field,
  type FieldType,
  type Value,
} from './records/entity.js';
export { NotARecord } from './records/not-a-record.js';
export { readKept, readRecords, type RecordLimits } from './records/read-records.js';
export type { LeftOutTold, PackageContents, PackageFacts, PackedDocument } from './package/contents.js';
export { manifestKind, Measured, storageWarning, type WrittenFile } from './package/manifest.js';
export type { PackageFile } from './package/package-file.js';
export {
  filesOf,
  writeFiles,
  writePackage,
  type ForManifest,
  type Packing,
} from './package/write-package.js';
