// Measures several things in interleaved rounds, so that a busy moment of the machine falls on all of them alike.

export const median = figures => {
  const sorted = [...figures].sort((first, second) => first - second);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Milliseconds of processor time (all threads) of one call, in the mean of `times` calls: other programs do not add to it. */
export function timeOf(call, times) {
  const begun = process.cpuUsage();
  for (let count = 0; count < times; count += 1) call(count);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e3 / times;
}

/** Runs each measurement once a round (the first rounds warm up and are not counted); gives the figures of each by its name. */
export async function inRounds(measurements, rounds, warmUpRounds = 1) {
  const figures = Object.fromEntries(Object.keys(measurements).map(name => [name, []]));
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    for (const [name, measure] of Object.entries(measurements)) {
      const figure = await measure();
      if (round >= warmUpRounds) figures[name].push(figure);
    }
  }
  return figures;
}

const written = figure =>
  figure >= 100 ? figure.toFixed(0) : figure >= 1 ? figure.toFixed(2) : figure.toFixed(4);

/** One line: the median, the spread, and whether the aim was met. */
export function tell(name, figures, unit, aim) {
  const middle = median(figures);
  const spread = `${written(Math.min(...figures))}–${written(Math.max(...figures))}`;
  const judged = aim === undefined ? '' : middle <= aim ? `  aim ≤ ${aim}: met` : `  aim ≤ ${aim}: MISSED`;
  console.log(`${name.padEnd(58)} ${written(middle).padStart(9)} ${unit.padEnd(4)} (${spread})${judged}`);
  return aim === undefined || middle <= aim;
}
