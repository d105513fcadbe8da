import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isElsewhere, markdownFiles, pathOf, readText, targetOf } from '../../demo/docs/files.ts';
import { readMarkdown, type Doc } from '../../demo/docs/markdown.ts';

const docs = new Map(markdownFiles().map((file): [string, Doc] => [file, readMarkdown(readText(file))]));

const anchorsOf = (file: string): string[] => docs.get(file)?.headings.map(({ id }) => id) ?? [];

/** What is wrong with an address in a text, if anything is. */
function mistakeIn(file: string, address: string): string | undefined {
  if (/^[a-z]+:/i.test(address)) return undefined;
  const target = address.startsWith('#') ? file : targetOf(file, address);
  const [, anchor] = address.split('#');
  if (!target) return `${address}: no such file`;
  return anchor && !anchorsOf(target).includes(anchor) ? `${address}: no such heading` : undefined;
}

describe('the links in the texts', () => {
  for (const [file, { links, images }] of docs)
    it(`of ${file} lead somewhere`, () => {
      const addresses = [...links.map(({ address }) => address), ...images];
      assert.deepEqual(
        addresses.map((address) => mistakeIn(file, address)).filter((mistake) => mistake !== undefined),
        [],
      );
    });

  it('and the files that are named without one are there', () => {
    const missing = [...docs.keys()].flatMap((file) =>
      [
        ...readText(file).matchAll(
          /[`\s]((?:src|scripts|test|demo|docs|bench|\.github|\.changeset)\/[\w/.-]*[\w/])`/g,
        ),
      ]
        .map(([, named]) => named!)
        .filter((named) => !existsSync(pathOf(named)))
        .map((named) => `${file}: ${named}`),
    );
    assert.deepEqual(missing, []);
  });

  it('lead from the index to every text', () => {
    const found = new Set(['docs/README.md']);
    for (const file of found)
      for (const { address } of docs.get(file)?.links ?? []) {
        const target = isElsewhere(address) ? undefined : targetOf(file, address);
        if (target) found.add(target);
      }
    assert.deepEqual(
      [...docs.keys()].filter((file) => !found.has(file)),
      [],
    );
  });
});
