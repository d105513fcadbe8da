import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { printTotal } from './total.mjs';

/** Changes the code of the pure modules in small ways, and writes down which changes no test has noticed. */
const { jsonReporter } = JSON.parse(readFileSync('stryker.config.json', 'utf8'));
const FILE = 'docs/mutation.md';
/** Percent of the mutants that the tests must notice, of all and of each file's. */
const LEAST = 95;
const LEAST_PER_FILE = 85;

/** Why a change that no test has noticed is none that a test should notice: the line before and after it, and the reason. */
const REASONS = [
  {
    from: String.raw`const TEMPLATE = /^(?=([^]*?\{[{%]))\1[^]*[}%]\}|^(?=([^]*?\$\{))\2[^]*\}|<\?|^\s*%\w+%\s*$/;`,
    to: String.raw`const TEMPLATE = /^(?=([^]*?\{[{%]))\1[^]*[}%]\}|(?=([^]*?\$\{))\2[^]*\}|<\?|^\s*%\w+%\s*$/;`,
    why: 'It finds the same, but tries again from each character on.',
  },
  {
    from: 'const isUnrendered = (value: string): boolean => TEMPLATE.test(value.slice(0, SEARCHED));',
    to: 'const isUnrendered = (value: string): boolean => TEMPLATE.test(value);',
    why: 'How far a value is searched is a matter of time alone.',
  },
  {
    from: 'const object: unknown = json ? json.length < MAX_PROPERTIES && JSON.parse(json) : value;',
    to: 'const object: unknown = json ? json.length <= MAX_PROPERTIES && JSON.parse(json) : value;',
    why: 'The limit is a round number far above any form; on which side of it the number itself lies matters to nobody.',
  },
  {
    from: 'if (length >= MAX_PROPERTIES) throw object;',
    to: 'if (length > MAX_PROPERTIES) throw object;',
    why: 'The same limit, and as round.',
  },
  {
    from: 'hash = (hash * 65_599 + (character.codePointAt(0) as number)) % 4_294_967_291;',
    to: 'hash = (hash * 65_599 - (character.codePointAt(0) as number)) % 4_294_967_291;',
    why: 'Another hash of the same quality: nobody promises which number a person gets, only that two get different ones.',
  },
];

const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';

/** The lines that a mutant changes, as they were and as they became, without what only sets them out. */
function changeOf(source, { location: { start, end }, replacement }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const before = lines[0].slice(0, start.column - 1);
  const after = lines.at(-1).slice(end.column - 1);
  const plain = (text) => text.replace(/\s+/g, ' ').trim();
  return { from: plain(lines.join('\n')), to: plain(before + replacement + after) };
}

const scoreOf = (mutants) => {
  const noticed = mutants.filter(isNoticed).length;
  return (100 * noticed) / (noticed + mutants.filter(isMissed).length);
};

function rowOf(name, mutants) {
  const count = (wanted) => mutants.filter(({ status }) => status === wanted).length;
  const counts = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(count);
  return `| ${[name, `${scoreOf(mutants).toFixed(1)} %`, ...counts].join(' | ')} |`;
}

/** The report that Stryker has written; nothing where it could not do its work. */
function mutate() {
  rmSync(jsonReporter.fileName, { force: true });
  try {
    execFileSync('npx', ['stryker', 'run'], { stdio: 'inherit', shell: process.platform === 'win32' });
  } catch {
    // It has said why.
  }
  return existsSync(jsonReporter.fileName)
    ? JSON.parse(readFileSync(jsonReporter.fileName, 'utf8'))
    : undefined;
}

async function write(files, missed) {
  const all = files.flatMap(([, { mutants }]) => mutants);
  const text = `# Mutation testing

\`npm run test:mutation\` writes this file; last on ${new Date().toISOString().slice(0, 10)}.

It changes the code of the modules that decide without a DOM, one small thing at a time, and runs their tests. A change
that makes a test fail is killed, one that makes the tests hang times out; both are noticed. At least ${LEAST} % must be
noticed of all, and ${LEAST_PER_FILE} % in each file; for each one that is not, \`scripts/mutation.mjs\` holds the reason.

| file | noticed | killed | timed out | survived | not run |
| --- | --- | --- | --- | --- | --- |
${files.map(([name, { mutants }]) => rowOf(`\`${name}\``, mutants)).join('\n')}
${rowOf('all', all)}

## What no test notices

${missed.map(({ where, from, to, why }) => `\`${where}\`\n\n\`\`\`diff\n- ${from}\n+ ${to}\n\`\`\`\n\n${why ?? '**No reason is given.**'}`).join('\n\n') || 'Nothing.'}
`;
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), filepath: FILE }));
}

const report = mutate();
if (!report) {
  console.log('No change could be tried.');
  printTotal(0, 1);
} else {
  const files = Object.entries(report.files).sort(([first], [second]) => (first < second ? -1 : 1));
  const all = files.flatMap(([, { mutants }]) => mutants);
  const missed = files.flatMap(([name, { source, mutants }]) =>
    mutants.filter(isMissed).map((mutant) => {
      const change = changeOf(source, mutant);
      const reason = REASONS.find(({ from, to }) => from === change.from && to === change.to);
      return { where: `${name}:${mutant.location.start.line}`, ...change, why: reason?.why };
    }),
  );
  await write(files, missed);

  const unexplained = missed.filter(({ why }) => !why);
  for (const { where, from, to } of unexplained) console.log(`${where} survives:\n- ${from}\n+ ${to}`);
  for (const { from, to } of REASONS)
    if (!missed.some((change) => change.from === from && change.to === to))
      console.log(`Survives no longer; its reason can go:\n+ ${to}`);
  const low = [
    ['All files', all, LEAST],
    ...files.map(([name, { mutants }]) => [name, mutants, LEAST_PER_FILE]),
  ]
    .filter(([, mutants, least]) => !(scoreOf(mutants) >= least))
    .map(([name, mutants, least]) => `${name}: ${scoreOf(mutants).toFixed(1)} %, of ${least} %.`);
  for (const line of low) console.log(line);
  console.log(`${scoreOf(all).toFixed(1)} % noticed; see ${FILE}.`);
  printTotal(all.filter(isNoticed).length, unexplained.length + low.length);
}
