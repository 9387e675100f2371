/** Says on standard error what is wrong, under the command's name. */
export function complain(command: string, message: string): void {
  process.stderr.write(`duly ${command}: ${message}\n`);
}
