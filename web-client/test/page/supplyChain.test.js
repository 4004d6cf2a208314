import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

/** @param {string} name @returns {Promise<any>} */
const json = async (name) => JSON.parse(await readFile(new URL(`../../${name}`, import.meta.url), 'utf8'));

test('the client has no dependency while it runs', async () => {
  const { dependencies, optionalDependencies, peerDependencies } = await json('package.json');
  assert.deepEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined]);
});

test('what it is developed with is pinned to one version each', async () => {
  const { devDependencies } = await json('package.json');
  for (const [name, version] of Object.entries(devDependencies)) {
    assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
  }
});

test('the lock file has a hash for every package, and is of this package.json', async () => {
  const [{ devDependencies }, { packages, lockfileVersion }] = await Promise.all([json('package.json'), json('package-lock.json')]);
  assert.equal(lockfileVersion, 3);
  assert.deepEqual(packages[''].devDependencies, devDependencies);
  for (const [path, { integrity, dev }] of Object.entries(packages).filter(([name]) => name !== '')) {
    assert.match(integrity, /^sha512-/, path);
    assert.equal(dev, true, path);
  }
});
