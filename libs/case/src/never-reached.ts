/** Ends a switch over a union: the compiler holds that every member has its case. A value that gets here is a fault of ours. */
export function neverReached(value: never): never {
  throw new Error(`A member of a union has no case: ${JSON.stringify(value)}.`);
}
