/** Does one step of a start and says how long it took; a terminal shows it while it goes on. */
export async function step<Result>(name: string, work: () => Promise<Result> | Result): Promise<Result> {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1_000).toFixed(1);
  try {
    const result = await work();
    console.log(`  ✓ ${name} ready after ${seconds()} s`);
    return result;
  } catch (error) {
    console.log(`  ✗ ${name} failed after ${seconds()} s`);
    throw error;
  }
}
