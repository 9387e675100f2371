import { Injectable } from '@nestjs/common';
import {
  caseRoutes,
  controllerRoutes,
  deliveryRoutes,
  documentRoutes,
  staffRoutes,
  type CaseView,
  type LettersView,
  type TimelineView,
} from '@duly/api-contract';
import { canBeTakenBack, type EventType } from '@duly/case';
import { DulyApi } from '../duly-api/duly-api.js';
import { wording } from '../wording/index.js';
import type { StepField } from './step-fields.js';

/** One thing of the case that a field can name: nobody has to know its number. */
export interface Offer {
  readonly value: string;
  readonly text: string;
}

export type Offers = Readonly<Record<string, readonly Offer[]>>;

/** The fields that name an event of the case, and which. */
const events: Readonly<Record<string, readonly EventType[]>> = {
  'refund-fee.ask': ['FeeRequested'],
  'approve.proposal': ['StepProposed'],
  'decline-approval.proposal': ['StepProposed'],
  'take-back.record': [...canBeTakenBack, 'StepProposed'],
  'record-correction.finding': ['FindingRecorded'],
  'record-recipient-outcome.recipient': ['RecipientNamed'],
  'lift-restriction.restriction': ['DataRestricted'],
  'review-exemption.applied': ['ExemptionApplied'],
  'test-item.item': ['ItemTested'],
  'record-agreement.item': ['ItemTested'],
  'mark-item.exemption': ['ExemptionApplied'],
};
const letter = 'record-notice-given.decided';
const delivery = 'answer.delivery';
const instead = 'mark-item.replacedBy';
const receiver = 'prepare-delivery.receiver';
/** Nobody knows the ids of colleagues. */
const colleagues: readonly string[] = ['record-intervention.reviewer', 'record-intervention.configuredBy'];
const longestSnippet = 80;

/** What a case has that a step’s fields can name: its events, its letters, its deliveries. */
@Injectable()
export class OffersOfCase {
  constructor(private readonly api: DulyApi) {}

  /** @param doing a verb. @throws ApiProblem */
  async of(
    token: string,
    doing: string,
    fields: readonly StepField[],
    { id }: Pick<CaseView, 'id'>,
  ): Promise<Offers> {
    const named = fields.map(({ name }) => [name, `${doing}.${name}`] as const);
    const known = [...Object.keys(events), letter, delivery, instead, receiver, ...colleagues];
    const asked = named.filter(([, key]) => known.includes(key));
    const found = asked.map(async ([name, key]) => [name, await this.ofField(token, key, id)] as const);
    return Object.fromEntries(await Promise.all(found));
  }

  private async ofField(token: string, key: string, id: string): Promise<readonly Offer[]> {
    const params = { id };
    if (colleagues.includes(key)) return this.staff(token);
    if (key === receiver) {
      const { receivers } = await this.api.read(token, controllerRoutes.listReceivers);
      return receivers.map(({ id: value, title: text }) => ({ value, text }));
    }
    if (key === instead) {
      const { documents } = await this.api.read(token, documentRoutes.listDocuments, { params });
      return documents
        .filter(({ purpose, name }) => purpose === 'requester-paper' && name !== null)
        .map(({ id: value, name }) => ({ value, text: name ?? '' }));
    }
    if (key === letter) return lettersIn(await this.api.read(token, caseRoutes.readLetters, { params }));
    if (key === delivery) {
      const { deliveries } = await this.api.read(token, deliveryRoutes.readDeliveries, { params });
      return deliveries
        .filter(({ hasEnded }) => !hasEnded)
        .map(one => ({ value: one.id, text: `${one.number}: ${wording.wayOf[one.way]}` }));
    }
    return eventsIn(await this.api.read(token, caseRoutes.readTimeline, { params }), events[key] ?? []);
  }

  private async staff(token: string): Promise<readonly Offer[]> {
    const { staff } = await this.api.read(token, staffRoutes.listStaff, { query: { limit: '200' } });
    return staff
      .map(({ id, name }) => ({ value: id, text: name }))
      .sort((one, other) => one.text.localeCompare(other.text, 'en-GB'));
  }
}

function lettersIn({ letters }: LettersView): readonly Offer[] {
  const settled: readonly string[] = ['accepted', 'not-needed'];
  return letters
    .filter(({ state }) => !settled.includes(state))
    .map(({ decided, kind, state, recipient }) => ({
      value: String(decided),
      text: [kind, recipient, state].map(word => wording.inPlainWords(word)).join(', '),
    }));
}

function eventsIn({ events: all, words }: TimelineView, types: readonly EventType[]): readonly Offer[] {
  return all
    .filter(({ type }) => types.includes(type))
    .map(event => {
      const said = Object.values(event).flatMap(value =>
        typeof value === 'string' ? (words?.[value] ?? []) : [],
      );
      const what = proposedIn(event) ?? wording.inPlainWords(event.type);
      const snippet = said[0]?.slice(0, longestSnippet);
      const parts = [wording.longDate(event.on), what, snippet];
      return { value: String(event.number), text: parts.filter(part => part !== undefined).join(': ') };
    });
}

/** Of a step that waits for a second person: its title. */
function proposedIn({ command }: TimelineView['events'][number]): string | undefined {
  const verb: unknown =
    typeof command === 'object' && command !== null && 'verb' in command ? command.verb : undefined;
  return typeof verb === 'string' ? wording.doneInWords(verb) : undefined;
}
