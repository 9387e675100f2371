import type { OpenRequest as OpenRequestBody } from '@duly/api-contract';
import type { Suppression } from '@duly/register';
import type { Vault } from '@duly/vault';

/**
 * Art 21(3): from an objection on, nobody may market to this person, whatever becomes of the case and even once it is
 * erased. So the ways to reach them are kept as keyed hashes, written so that trivial differences do not matter.
 */
export async function suppressionsOf(
  body: Pick<OpenRequestBody, 'rights' | 'subject' | 'channel'>,
  vault: Vault,
): Promise<readonly Suppression[]> {
  if (!body.rights.includes('objection_direct_marketing')) return [];
  const { email, phone, postalAddress } = body.subject;
  const ways: readonly (readonly [Suppression['channel'], string | undefined])[] = [
    ['email', email?.trim().toLowerCase()],
    ['phone', phone?.replace(/[^\d+]/g, '')],
    [
      'post',
      postalAddress
        ?.toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    ],
  ];
  const suppressions: Suppression[] = [];
  for (const [channel, way] of ways) {
    if (!way) continue;
    const personHash = await vault.keyedHash('suppression', `${channel}:${way}`);
    suppressions.push({ personHash, channel, source: `request by ${body.channel}` });
  }
  return suppressions;
}
