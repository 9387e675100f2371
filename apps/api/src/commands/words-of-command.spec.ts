import type { CommandOf } from '@duly/case';
import { idFrom, wordsApart } from './words-of-command.js';

const refuse = {
  verb: 'refuse',
  by: 'staff-1',
  extent: 'wholly',
  ground: 'exemption',
  reasons: 'Secret words.',
} as const;

describe('the words of a command', () => {
  it('stay out of it: the command carries their ids', () => {
    const { command, words } = wordsApart(refuse, 'update-1');
    expect(JSON.stringify(command)).not.toContain('Secret');
    expect(words).toEqual([{ wordsId: command.reasons, text: 'Secret words.' }]);
    expect(command).toMatchObject({ verb: 'refuse', ground: 'exemption' });
  });

  it('are found in each entry of a list as well', () => {
    const assess = {
      verb: 'assess-request',
      by: 'staff-1',
      finding: 'manifestly-excessive',
      factors: [
        { factor: 'repeats', words: 'On 2 May.' },
        { factor: 'overlaps', words: 'With another.' },
      ],
      reasons: 'Nothing changed.',
    } as const;
    const { command, words } = wordsApart<CommandOf<'assess-request'>>(assess, 'update-1');
    expect(words.map(({ text }) => text)).toEqual(['On 2 May.', 'With another.', 'Nothing changed.']);
    expect(new Set(words.map(({ wordsId }) => wordsId)).size).toBe(3);
    expect(command.factors[1]).toEqual({ factor: 'overlaps', words: words[1]?.wordsId });
  });

  it('get the same ids at a retry, and others for another call or field', () => {
    expect(wordsApart(refuse, 'update-1').words).toEqual(wordsApart(refuse, 'update-1').words);
    expect(idFrom('update-1', 'reasons')).not.toBe(idFrom('update-2', 'reasons'));
    expect(idFrom('update-1', 'reasons')).not.toBe(idFrom('update-1', 'words'));
    expect(idFrom('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
