import { migrate } from '@duly/register';
import { readSettings, SettingsError } from '@duly/settings';

/** Brings the databases up to date and ends: for those who give the apps themselves no right to change tables. */
try {
  const migrated = await migrate(readSettings('worker'));
  for (const name of migrated) process.stdout.write(`${name}\n`);
  process.stdout.write(`${migrated.length} migrations were new\n`);
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : 'The databases could not be brought up to date.'}\n`,
  );
  process.exitCode = error instanceof SettingsError ? 2 : 1;
}
