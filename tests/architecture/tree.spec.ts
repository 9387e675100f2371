import { doors, files, importsOf, projects, read, sources, rings } from './house.js';

describe('the tree', () => {
  it('has at its top only the folders and files that are named for it', () => {
    const top = [...new Set(files.map(file => file.split('/')[0] ?? ''))].filter(
      name => !name.startsWith('.'),
    );
    expect(top.sort()).toEqual(
      [
        'README.md',
        'apps',
        'eslint.config.mjs',
        'infra',
        'jest.config.mjs',
        'libs',
        'nx.json',
        'package-lock.json',
        'package.json',
        'tests',
        'tsconfig.base.json',
        'workflows',
      ].sort(),
    );
  });

  it('has no place called utils, helpers, common, shared or base, and nobody called a manager', () => {
    const banned = /(^|[/.-])(utils?|helpers?|common|shared|base|misc)([/.-]|$)/i;
    expect(files.filter(file => banned.test(file) && file !== 'tsconfig.base.json')).toEqual([]);
    const managers = sources.filter(file =>
      /\bclass \w*(Manager|Helper|Util)\b|abstract class/.test(read(file)),
    );
    expect(managers).toEqual([]);
  });

  it('has no source over 300 lines but data', () => {
    const long = sources
      .filter(file => !file.endsWith('.data.ts'))
      .map(file => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > 301);
    expect(long).toEqual([]);
  });

  it('has no files that import each other in a ring, types included', () => {
    expect(rings()).toEqual([]);
  });

  it('refers to nothing outside itself', () => {
    const outside = files.filter(
      file => /\.(ts|mjs|json|md|go|run|njk|ya?ml)$/.test(file) && /\.\.\/shared\b|\/work\//.test(read(file)),
    );
    expect(outside.filter(file => file !== 'tests/architecture/tree.spec.ts')).toEqual([]);
  });
});

describe('the projects', () => {
  it('each carry one layer and one runtime', () => {
    for (const { folder, tags } of projects) {
      expect([folder, tags.filter(tag => tag.startsWith('layer:')).length]).toEqual([folder, 1]);
      expect([folder, tags.filter(tag => tag.startsWith('runtime:')).length]).toEqual([folder, 1]);
    }
    expect(projects.length).toBeGreaterThan(0);
  });

  it('keep law and case free of every dependency', () => {
    const dependencies = Object.fromEntries(
      projects.map(({ folder, dependencies }) => [folder, dependencies]),
    );
    expect(dependencies['libs/law']).toEqual([]);
    expect((dependencies['libs/case'] ?? []).filter(name => name !== '@duly/law')).toEqual([]);
  });

  it('import one another by their public doors only, and testing from specs alone', () => {
    const throughWalls = sources.flatMap(file =>
      importsOf(file)
        .filter(
          name =>
            (name.startsWith('@duly/') && !doors.has(name)) ||
            /^\.\.(\/\.\.)+\/(apps|libs|workflows)\//.test(name),
        )
        .map(name => `${file} → ${name}`),
    );
    expect(throughWalls).toEqual([]);
    const testing = sources.filter(
      file =>
        !/^(tests|libs\/testing)\//.test(file) &&
        importsOf(file).some(name => name === '@duly/testing' || name.endsWith('.given')),
    );
    expect(testing.filter(file => !/\.(telling|given)\.ts$/.test(file))).toEqual([]);
  });

  it('name every package they import from outside among their own dependencies', () => {
    const missing = projects.flatMap(({ folder, dependencies }) =>
      sources
        .filter(
          file =>
            file.startsWith(`${folder}/src/`) || (folder === 'infra' && file.startsWith('infra/local/')),
        )
        .flatMap(file => importsOf(file).map(name => ({ file, name })))
        .filter(({ name }) => !/^(\.|node:|@duly\/)/.test(name))
        .map(({ file, name }) => ({
          file,
          name: name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        }))
        .filter(({ name }) => !dependencies.includes(name))
        .map(({ file, name }) => `${file} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('name every project of ours they import: a build is stale where it does not know what it is made of', () => {
    const missing = projects.flatMap(({ folder, name: own, named }) =>
      files
        .filter(file => file.startsWith(`${folder}/`) && /\.(ts|mjs)$/.test(file))
        .flatMap(file => importsOf(file).map(from => ({ file, name: from.split('/').slice(0, 2).join('/') })))
        .filter(({ name }) => name.startsWith('@duly/') && name !== own && !named.includes(name))
        .map(({ file, name }) => `${file} → ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
