import type { SourceAskView } from '@duly/api-contract';
import type { CaseDocument, SourceAsk } from '@duly/register';
import type { Vault } from '@duly/vault';

/** @param held the documents of the case */
export async function askView(
  vault: Vault,
  ask: SourceAsk,
  held: readonly CaseDocument[],
): Promise<SourceAskView> {
  const { askId: id, source, title, kind, state, answer, exemption, tries, failure, chased } = ask;
  const { askedAt, answeredAt, answeredBy, setAsideAt, setAsideBy, chasedAt } = ask;
  const words = async (wordsId: string | null): Promise<string | null> => {
    const said = wordsId === null ? null : await vault.words(wordsId);
    return typeof said === 'string' ? said : null;
  };
  const documents = held.filter(({ askId }) => askId === id);
  return {
    id,
    source,
    title,
    kind,
    entities: ask.entities.map(({ name }) => name),
    state,
    answer,
    reasons: await words(ask.reasonWords),
    exemption: exemption as SourceAskView['exemption'],
    proof: await words(ask.proofWords),
    askedAt,
    answeredAt,
    answeredBy,
    setAsideAt,
    setAsideBy,
    tries,
    failure,
    chased,
    chasedAt,
    documents: documents.length,
    notClean: documents.filter(({ scanState }) => scanState !== 'clean').length,
  };
}
