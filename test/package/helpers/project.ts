import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before } from 'node:test';
import { run } from './run.ts';
import { useTarball } from './tarball.ts';

const INSTALL = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];

/** Somebody's project that has nothing but the package installed. */
export interface Project {
  folder: string;
  /** Writes a file and gives its place. */
  write(name: string, text: string): string;
  /** Reads a file of the installed package. */
  read(path: string): string;
  run(command: string, ...args: string[]): Promise<string>;
}

/** Installs the packed package where nothing else is, for the tests of a file. */
export function useProject(): Project {
  const tarball = useTarball();
  const project: Project = {
    get folder() {
      return join(tarball.folder, 'project');
    },
    write(name, text) {
      const file = join(project.folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    read: (path) => readFileSync(join(project.folder, 'node_modules/useresponse-widget', path), 'utf8'),
    run: (command, ...args) => run(project.folder, command, ...args),
  };
  before(async () => {
    project.write('package.json', '{ "private": true }\n');
    await project.run('npm', ...INSTALL, tarball.file);
  });
  return project;
}
