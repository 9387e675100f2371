// Names in package-lock.json the parts for other machines that a registry did not offer when the lock file was written: `npm ci` refuses a lock file without them.
// `node infra/local/complete-lock-file.mjs` after an `npm install`; lock-file.spec.ts says when it is needed.
import { readFileSync, writeFileSync } from 'node:fs';

const path = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));
const packages = lock.packages;
const machine =
  /-(darwin|linux|win32|freebsd|openbsd|netbsd|android|openharmony|sunos|aix)-(arm64|x64|arm|ia32|ppc64|s390x|riscv64|loong64)/;

/** Whether Node would find it from there: in the folder's own node_modules or in one above. */
function isNamed(from, name) {
  if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true;
  return (
    from !== '' &&
    isNamed(from.includes('/node_modules/') ? from.slice(0, from.lastIndexOf('/node_modules/')) : '', name)
  );
}

let added = 0;
for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const [, os, cpu] = machine.exec(`-${name}`) ?? [];
    if (isNamed(from, name) || !os || !cpu || !/^\d/.test(version)) continue;
    packages[`node_modules/${name}`] = { version, cpu: [cpu], ...(dev && { dev }), optional: true, os: [os] };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')),
);
if (added > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} parts for other machines were added to package-lock.json`);
