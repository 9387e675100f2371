// Interleaves what is measured, so that a busy moment of the machine falls on all of it alike; tells median, spread and aim.

export function median(figures) {
  const sorted = figures.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Milliseconds of one call, the middle of many. @param after what is done with its answer, and not counted */
export async function middleTime(calls, call, after = () => undefined) {
  const times = [];
  for (let count = 0; count < calls; count += 1) {
    const begun = performance.now();
    const answer = await call();
    times.push(performance.now() - begun);
    await after(answer);
  }
  return median(times);
}

/** Each measurement once a round; the first round warms up, unless that was done before, and is not counted. Gives the figures of each by its name. */
export async function inRounds(measurements, rounds, warmUps = 1) {
  const figures = Object.fromEntries(Object.keys(measurements).map(name => [name, []]));
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    for (const [name, measure] of Object.entries(measurements)) {
      const figure = await measure();
      if (round > 0) figures[name].push(figure);
    }
  }
  return figures;
}

/** Each figure by the one of the same round. */
export const over = (one, other) => one.map((figure, round) => figure / other[round]);

function judge(figure, { atMost, atLeast }) {
  const isMet = atMost === undefined ? figure >= atLeast : figure <= atMost;
  return `  aim ${atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`}: ${isMet ? 'met' : 'MISSED'}`;
}

/** One line: the median, the spread, and whether the aim was met: a number is the most it may be, `{ atLeast }` the least. */
export function tell(name, figures, unit, aim) {
  const middle = median(figures);
  const spread = `${Math.min(...figures).toFixed(2)}–${Math.max(...figures).toFixed(2)}`;
  const judged = aim === undefined ? '' : judge(middle, typeof aim === 'number' ? { atMost: aim } : aim);
  console.log(`${name.padEnd(58)} ${middle.toFixed(2).padStart(9)} ${unit.padEnd(4)} (${spread})${judged}`);
}
