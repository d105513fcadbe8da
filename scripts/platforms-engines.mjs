import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's own; others come first on some machines, and know none of Debian's packages. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const JARS = [
  'tomcat10-embed-core',
  'tomcat10-embed-el',
  'tomcat10-embed-jasper',
  'tomcat10-annotations-api',
  'eclipse-jdt-core',
].map((name) => `/usr/share/java/${name}.jar`);

const php = (code, ...packages) => ({
  packages: ['php-cli', ...packages],
  command: ['php', '-d', 'display_errors=stderr'],
  runner: 'php.php',
  probe: ['php', '-r', code],
});
const python = (name) => ({
  packages: [`python3-${name}`],
  command: [PYTHON],
  runner: 'python.py',
  probe: [PYTHON, '-c', `import ${name}`],
});
const ruby = (name, file) => ({
  packages: ['ruby', `ruby-${name}`],
  command: ['ruby', '-W0'],
  runner: 'ruby.rb',
  probe: ['ruby', '-W0', '-e', `require "${file}"`],
});

/**
 * The engines of the platforms' languages: what starts them, what tells whether they are there, and the packages of Debian
 * that bring them. Node is there anyway.
 */
export const ENGINES = {
  php: php(''),
  twig: php('require "Twig/autoload.php";', 'php-twig'),
  blade: php('require "Illuminate/View/autoload.php";', 'php-illuminate-view'),
  django: python('django'),
  flask: python('flask'),
  rails: ruby('actionview', 'action_view'),
  liquid: ruby('liquid', 'liquid'),
  node: { packages: [], command: [process.execPath], runner: 'node.mjs', probe: [process.execPath, '-v'] },
  jsp: {
    packages: ['default-jdk-headless', 'libtomcat10-embed-java', 'libtomcat10-java'],
    // Each page is compiled once: the slow compiler would never pay.
    command: ['java', '-XX:TieredStopAtLevel=1', '-cp', JARS.join(':')],
    runner: 'Jsp.java',
    probe: ['javac', '-cp', JARS.join(':'), '-version'],
    files: JARS,
  },
};

/** Whether an engine can be started. */
export function isThere({ probe: [command, ...args], files = [] }) {
  return files.every(existsSync) && spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
