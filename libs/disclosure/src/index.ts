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
export { readRecords, type RecordLimits } from './records/read-records.js';
export type { PackageContents, PackageFacts, PackedDocument } from './package/contents.js';
export { manifestKind, storageWarning, type WrittenFile } from './package/manifest.js';
export type { PackageFile } from './package/package-file.js';
export { filesOf, writePackage, type Packing } from './package/write-package.js';
