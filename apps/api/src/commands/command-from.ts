import type { CommandOf, Verb } from '@duly/case';

/** The command that a verb and its checked body make, once the caller is known; words still in it. The contract holds that each body is its command. */
export const commandFrom = <Name extends Verb>(verb: Name, body: object, by: string): CommandOf<Name> =>
  ({ ...body, verb, by }) as CommandOf<Name>;
