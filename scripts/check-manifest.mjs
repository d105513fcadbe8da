import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const FOLDER = 'node_modules/.cache/manifest';
const FILE = 'custom-elements.json';

execFileSync('npx', ['cem', 'analyze', '--quiet', '--outdir', FOLDER], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const isCurrent = readFileSync(FILE, 'utf8') === readFileSync(`${FOLDER}/${FILE}`, 'utf8');
console.log(
  isCurrent ? `${FILE} is up to date.` : `${FILE} is not what the sources say: run npm run manifest.`,
);
process.exitCode = isCurrent ? 0 : 1;
