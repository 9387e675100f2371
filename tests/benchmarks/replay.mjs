// Cases judged a second as `duly replay --all` does it, beside the SDK's own replay of the same histories, which hears nothing of what they ask for.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { endReplays, judge, verdictOf } from '@duly/cli/replay';
import { workspace } from '@duly/infra';
import { historyFromJson } from '@duly/temporal';
import { Worker } from '@temporalio/worker';
import { golden } from './golden.mjs';
import { inRounds, over, tell } from './rounds.mjs';

const times = 4;
const codePath = join(workspace, 'dist', 'workflows', 'rights-request', 'bundle.js');

async function records() {
  const names = (await readdir(join(workspace, 'tests', 'histories'))).filter(name => name.endsWith('.json'));
  return Promise.all(names.map(name => golden(name.replace(/\.json$/, ''))));
}

const historiesIn = ({ history, earlier = [] }) => [...earlier, history];

/** Histories a second; the sandbox is made before the clock starts, on both sides. */
export async function replayedHistories(rounds) {
  const all = await records();
  const many = all.flatMap(historiesIn).length * times;
  const perSecond = milliseconds => (many * 1_000) / milliseconds;
  const ours = async () => {
    const begun = performance.now();
    for (let time = 0; time < times; time += 1)
      for (const record of all)
        if (verdictOf(await judge(record)) !== 'good') throw new Error('A golden history is not good.');
    return perSecond(performance.now() - begun);
  };
  const theirs = async () => {
    let begun;
    function* histories() {
      yield { history: historyFromJson(all[0].history), workflowId: 'warm-up' };
      begun = performance.now();
      for (let time = 0; time < times; time += 1)
        for (const history of all.flatMap(historiesIn))
          yield { history: historyFromJson(history), workflowId: 'a-case' };
    }
    const results = Worker.runReplayHistories({ workflowBundle: { codePath } }, histories());
    for await (const { error } of results) if (error) throw error;
    return perSecond(performance.now() - begun);
  };
  try {
    const { judged, sdk } = await inRounds({ judged: ours, sdk: theirs }, rounds);
    console.log('\nReplay of the golden histories');
    tell('histories replayed, listened to and held against the register', judged, '/s');
    tell("histories of the SDK's own runReplayHistories", sdk, '/s');
    tell('ours ÷ the SDK', over(judged, sdk), '', { atLeast: 0.8 });
  } finally {
    await endReplays();
  }
}
