/** Prints whether what is here is a release that npm does not have yet. */
import { spawnSync } from 'node:child_process';
import { readReleases } from './release.mjs';

const { name, version, isHere } = readReleases();
const isPublished = () =>
  spawnSync('npm', ['view', `${name}@${version}`, 'version'], { encoding: 'utf8' }).stdout.trim() === version;

console.log(isHere && !isPublished());
