import { readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's texts, by their places in it. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Those outside of `docs/`. */
const OTHERS = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'demo/README.md',
  '.changeset/README.md',
];

export const pathOf = (file: string): string => `${ROOT}${file}`;

export const readText = (file: string): string => readFileSync(pathOf(file), 'utf8');

export const markdownFiles = (): string[] => [
  ...OTHERS,
  ...readdirSync(pathOf('docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md'))
    .sort(),
];

/** Whether an address leads out of the repository, or to a place in the same text. */
export const isElsewhere = (address: string): boolean => /^([a-z]+:|#)/i.test(address);

/** The file that a relative address in a text leads to; nothing where there is none. */
export function targetOf(from: string, address: string): string | undefined {
  const file = posix.join(posix.dirname(from), address.split('#')[0]!);
  const isFile = statSync(pathOf(file), { throwIfNoEntry: false })?.isFile();
  return isFile ? file : undefined;
}
