import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] }>;
}
interface Updates {
  updates: { 'package-ecosystem': string; directory?: string; directories?: string[]; groups: object }[];
}

const FOLDER = new URL('../../.github/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');

/** A whole commit, since a tag can be moved; and for people the version that it is. */
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

for (const name of readdirSync(new URL('workflows', FOLDER))) {
  describe(`the workflow ${name}`, () => {
    const content = read(`workflows/${name}`);
    const workflow = parse(content) as Workflow;
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

    it('is understood by GitHub', async () => {
      const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
      const template = await convertWorkflowTemplate(context, value!);
      const problems = [...context.errors.getErrors().map(({ message }) => message), template.errors ?? []];
      assert.deepEqual(problems.flat(), []);
    });

    it('may do nothing but read, unless a job says so', () =>
      assert.deepEqual({ contents: 'read', ...workflow.permissions }, { contents: 'read' }));

    it('uses each action as it was at one commit', () => {
      const used = [...content.matchAll(/uses: (.*)/g)].map(([, action]) => action!);
      assert.deepEqual(
        used.filter((action) => !PINNED.test(action)),
        [],
      );
    });

    it('leaves no token in the clone', () => {
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
        assert.equal(step.with?.['persist-credentials'], false);
    });

    it('runs nothing that a stranger has written into a title or the name of a branch', () => {
      for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{(?!\s*matrix\.)/);
      assert.doesNotMatch(content, /pull_request_target/);
    });
  });
}

describe('the workflows', () => {
  const files = readdirSync(new URL('workflows', FOLDER));
  const workflows = new Map(files.map((name) => [name, parse(read(`workflows/${name}`)) as Workflow]));

  it('let each job write what it is there for, and nothing else', () => {
    const rights = [...workflows].flatMap(([name, { jobs }]) =>
      Object.entries(jobs).flatMap(([job, { permissions = {} }]) =>
        Object.entries(permissions)
          .filter(([, right]) => right !== 'read')
          .map(([what]) => `${name} ${job}: ${what}`),
      ),
    );
    assert.deepEqual(rights, [
      ...['docs.yml deploy: pages', 'docs.yml deploy: id-token'],
      ...['release.yml version: contents', 'release.yml version: pull-requests'],
      ...['release.yml publish: id-token', 'release.yml announce: contents'],
    ]);
  });

  it('let no job hang', () => {
    for (const [name, { jobs }] of workflows)
      for (const [job, { 'timeout-minutes': minutes }] of Object.entries(jobs))
        assert.ok(minutes, `${name} ${job}`);
  });

  it('publish what was checked, with a proof of where it comes from, and run nothing of ours there', () => {
    const { steps } = workflows.get('release.yml')!.jobs['publish']!;
    assert.deepEqual(
      steps.flatMap(({ run }) => run ?? []),
      [
        '[ -z "$NPM_TOKEN" ] || npm config set "$(npm config get registry | sed s/^https://):_authToken" "$NPM_TOKEN"',
        'npm publish ./release/*.tgz --provenance --access public',
      ],
    );
    assert.ok(!steps.some(({ uses }) => uses?.startsWith('actions/checkout@')));
  });
});

describe('the updates', () => {
  const { updates } = parse(read('dependabot.yml')) as Updates;

  it('are looked for in everything that names versions', () => {
    const places = updates.map((update) => [
      update['package-ecosystem'],
      ...[update.directories ?? update.directory].flat(),
    ]);
    assert.deepEqual(places, [
      ['npm', '/'],
      ['npm', '/test/frameworks/apps/*'],
      ['github-actions', '/'],
    ]);
  });

  it('come in groups', () => {
    for (const { groups } of updates) assert.ok(Object.keys(groups).length);
  });
});
