import { isDeepStrictEqual } from 'node:util';
import { closingOf } from '../closing.js';
import type { Verb } from '../commands.js';
import type { EventType } from '../events.js';
import { evolveAll, openCaseFile } from '../evolve.js';
import { londonDateAt } from '../instants.js';
import type { RefusalCode } from '../refusals.js';
import { invariants, ofTheWhole, type Clause } from './invariants.given.js';
import { stateOf } from './aspects.given.js';
import { Novelty } from './novelty.given.js';
import type { Judges, Place, Step } from './place.given.js';
import { Steps } from './steps.given.js';
import { hasWayOut } from './way-out.given.js';

export interface Bounds {
  /** A state is gone on from when it shows so many aspects together as were not seen together before. */
  readonly together: 1 | 2 | 3;
  /** How many states are gone on from at most. */
  readonly most: number;
  /** Where it is enough to find this clause broken. */
  readonly until?: Clause;
}

/** What an exploration has seen. */
export interface Explored {
  /** Different states that were reached, each held against every invariant. */
  readonly states: number;
  /** Those of them that were gone on from. */
  readonly goneOn: number;
  readonly depth: number;
  readonly steps: number;
  /** No state is left that could be gone on from. */
  readonly isComplete: boolean;
  readonly commands: ReadonlySet<Verb>;
  readonly events: ReadonlySet<EventType>;
  readonly refusals: ReadonlySet<RefusalCode>;
  /** The first way to each broken invariant: its name, what was found, and the steps. */
  readonly broken: ReadonlyMap<Clause, string>;
}

/** How a place was first reached. */
interface Way {
  readonly name: string;
  readonly before?: Way;
}
interface Node {
  readonly place: Place;
  readonly way: Way;
}

const held = Object.entries(invariants) as [Clause, (step: Step) => string | undefined][];

function inWords(way: Way): string {
  return way.before ? `${inWords(way.before)} → ${way.name}` : way.name;
}

class Explorer {
  private readonly novelty: Novelty;
  private readonly commands = new Set<Verb>();
  private readonly events = new Set<EventType>();
  private readonly refusals = new Set<RefusalCode>();
  private readonly broken = new Map<Clause, string>();
  private readonly possible: Steps;
  private goneOn = 0;
  private steps = 0;
  private depth = 0;

  constructor(
    private readonly judges: Judges,
    private readonly bounds: Bounds,
  ) {
    this.possible = new Steps(judges);
    this.novelty = new Novelty(bounds.together);
  }

  explore(starts: readonly Place[]): Explored {
    let level = starts.flatMap(place => {
      for (const { type } of place.file.events) this.events.add(type);
      const start: Step = { name: place.start, before: place, after: place, caused: [] };
      return this.unlessItFails({ name: place.start }, () => this.arrive(start, undefined));
    });
    for (;;) {
      const next: Node[] = [];
      for (const node of level) {
        if (this.isEnough()) break;
        next.push(...this.goOn(node));
      }
      level = next;
      if (level.length === 0 || this.isEnough()) break;
      this.depth += 1;
    }
    const { commands, events, refusals, broken, steps, depth, goneOn } = this;
    const { states } = this.novelty;
    const isComplete = level.length === 0 && !this.isEnough();
    return { states, goneOn, depth, steps, isComplete, commands, events, refusals, broken };
  }

  private isEnough(): boolean {
    const { most, until } = this.bounds;
    return this.goneOn >= most || (until !== undefined && this.broken.has(until));
  }

  private goOn({ place, way }: Node): Node[] {
    this.goneOn += 1;
    return this.unlessItFails(way, () =>
      this.possible.from(place).flatMap(({ verb, result }) => {
        this.steps += 1;
        if (typeof result === 'string') {
          this.refusals.add(result);
          return [];
        }
        if (verb) this.commands.add(verb);
        return this.arrive(result, way);
      }),
    );
  }

  private unlessItFails(way: Way, going: () => Node[]): Node[] {
    try {
      return going();
    } catch (error) {
      this.breaks(ofTheWhole.fails, String(error), way);
      return [];
    }
  }

  private arrive(step: Step, before: Way | undefined): Node[] {
    const { after, caused } = step;
    const way: Way = { name: `${step.name} (${londonDateAt(after.now)})`, ...(before && { before }) };
    for (const { type } of caused) this.events.add(type);
    for (const [clause, holds] of held) {
      const found = holds(step);
      if (found !== undefined) this.breaks(clause, found, way);
    }
    const isNew = this.novelty.see(stateOf(after));
    if (isNew !== true) return [];
    this.arriveAnew(step, way);
    return [{ place: after, way }];
  }

  /** What is dear to find out is found out where it is gone on from. */
  private arriveAnew({ after, caused, again }: Step, way: Way): void {
    const { file } = after;
    if (again && !isDeepStrictEqual(again(), caused)) this.breaks(ofTheWhole.alike, 'two judgements', way);
    if (!closingOf(file) && !hasWayOut(this.judges, after))
      this.breaks(ofTheWhole.wayOut, 'no answer, refusal or outcome can be given', way);
    const opened = openCaseFile(file.opening);
    const replayed = evolveAll(opened, file.events.slice(opened.events.length));
    if (!isDeepStrictEqual(replayed.openTasks, file.openTasks) || replayed.calendar !== file.calendar)
      this.breaks(ofTheWhole.replays, 'other tasks, or another calendar', way);
  }

  private breaks(clause: Clause, found: string, way: Way): void {
    if (!this.broken.has(clause)) this.broken.set(clause, `${found}: ${inWords(way)}`);
  }
}

/** Breadth-first over commands, outcomes of the post and time, on abstract states. */
export function explore(judges: Judges, starts: readonly Place[], bounds: Bounds): Explored {
  return new Explorer(judges, bounds).explore(starts);
}
