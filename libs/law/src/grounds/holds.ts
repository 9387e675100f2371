import type { Right } from '../clock/input.js';

/** A hold on the data in scope, from receipt to closure. */
export interface Hold {
  readonly rule: 'R49a';
  readonly cite: string;
  readonly words: string;
}

/**
 * R49a — after a valid request for access or portability it is an offence to alter, deface, block, erase, destroy or conceal with the intention
 * of preventing disclosure (DPA 2018 s.173): hold what is in scope at receipt, release at closure, and let retention jobs skip it.
 * Undefined for a right without a hold.
 */
export function holdFor(right: Right): Hold | undefined {
  if (right !== 'access' && right !== 'access_s45' && right !== 'portability') return undefined;
  return {
    rule: 'R49a',
    cite: 'DPA 2018 s.173',
    words: 'Data in scope must not be altered or erased before the answer: retention and erasure wait.',
  };
}
