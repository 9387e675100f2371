/** What a hash is for: hashes of two purposes never compare. */
export type HashPurpose =
  | 'return address'
  | 'address'
  | 'suppression'
  | 'look-alike'
  | 'name search'
  | 'idempotency'
  | 'message id'
  | 'staff'
  | 'source token'
  | 'delivery code'
  | 'sender token'
  | 'package hash';
