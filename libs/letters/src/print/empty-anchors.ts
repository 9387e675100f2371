/** fontkit's own, of the marks of a font (GPOS, lookups 4 to 6). */
type ApplyAnchor = (
  this: unknown,
  mark: { readonly markAnchor?: unknown },
  base: unknown,
  place: number,
) => void;

const mended = new WeakSet<object>();

/** What lies at the end of a path of fields; undefined where one of them is missing. */
const within = (start: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (one, field) => (typeof one === 'object' && one !== null ? Reflect.get(one, field) : undefined),
    start,
  );

/**
 * A font may leave an anchor empty: then the mark is not moved (OpenType, GPOS). fontkit 2.0.4 fails on it (foliojs/fontkit#367), and with
 * it every name in Gurmukhi, Telugu or Malayalam. Once per process; nothing happens where fontkit is another.
 * @param document a PDFDocument whose font has been chosen
 */
export function leaveEmptyAnchors(document: object): void {
  const processor = within(document, '_font', 'font', '_layoutEngine', 'engine', 'GPOSProcessor');
  if (typeof processor !== 'object' || processor === null) return;
  const prototype: unknown = Reflect.getPrototypeOf(processor);
  if (typeof prototype !== 'object' || prototype === null || mended.has(prototype)) return;
  const apply = Reflect.get(prototype, 'applyAnchor') as ApplyAnchor | undefined;
  if (!apply) return;
  mended.add(prototype);
  const mending: ApplyAnchor = function (this: unknown, mark, base, place) {
    if (base && mark.markAnchor) apply.call(this, mark, base, place);
  };
  Reflect.set(prototype, 'applyAnchor', mending);
}
