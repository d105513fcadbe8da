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

// Each program is built once: the slow compiler would never pay.
const QUICK = '-XX:TieredStopAtLevel=1';
const java = ({ packages = [], jars = [], runner, main, places }) => ({
  packages: ['default-jdk-headless', ...packages],
  build: [
    ...['javac', `-J${QUICK}`, '-encoding', 'UTF-8', '-proc:none', '-d', 'classes'],
    ...(jars.length ? ['-cp', jars.join(':')] : []),
    `${main}.java`,
  ],
  // Java reads the environment in the locale's encoding: the recipe says so.
  command: ['env', 'LC_ALL=C.UTF-8', 'java', QUICK, '-cp', [...jars, 'classes'].join(':'), main],
  runner,
  places,
  extension: '.java',
  probe: ['javac', '-version'],
  files: jars,
});

/**
 * The engines of the platforms' and the recipes' languages: what starts them, what tells whether they are there, and the
 * packages of Debian that bring them. Node is there anyway. Where something is to be built first, the texts stand at their
 * `places` in a copy of the runner's folder.
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
  jsp: java({
    packages: ['libtomcat10-embed-java', 'libtomcat10-java'],
    jars: JARS,
    runner: 'jsp',
    main: 'Jsp',
    places: { tag: 'WEB-INF/useresponse.jsp', server: 'useresponse/Useresponse.java' },
  }),
  java: java({ runner: 'java', main: 'Run', places: { tag: 'Useresponse.java' } }),
  perl: {
    packages: ['perl'],
    command: ['perl'],
    runner: 'perl.pl',
    probe: ['perl', '-MJSON::PP', '-MDigest::SHA', '-e1'],
  },
  go: {
    packages: ['golang-go'],
    build: ['go', 'build', '-o', 'run', '.'],
    command: ['./run'],
    runner: 'go',
    places: { tag: 'useresponse/useresponse.go' },
    // It finds its sources by itself.
    extension: undefined,
    probe: ['go', 'version'],
  },
  csharp: {
    packages: ['mono-mcs'],
    build: ['mcs', '-out:run.exe', 'Run.cs'],
    command: ['mono', 'run.exe'],
    runner: 'csharp',
    places: { tag: 'Useresponse.cs' },
    extension: '.cs',
    probe: ['mcs', '--version'],
  },
};

/** Whether an engine can be started. */
export function isThere({ probe: [command, ...args], files = [] }) {
  return files.every(existsSync) && spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** The packages of those that can't. */
export function lackingPackages(names = Object.keys(ENGINES)) {
  const lacking = names.map((name) => ENGINES[name]).filter((engine) => !isThere(engine));
  return [...new Set(lacking.flatMap(({ packages }) => packages))];
}
