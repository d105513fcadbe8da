import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as buildWithVite } from 'vite';

/** Where a bundle is going to run. At the edge there is the platform's own condition, and that of browsers besides. */
export type Place = 'browser' | 'node' | 'workerd' | 'edge-light';

/** Bundles one module, as it comes: with the bundler's own defaults for that place. */
export type Bundle = (input: string, output: string, place: Place) => Promise<void>;

/** Bundlers whose exact versions a test brings along. */
export const TOOLS = {
  '@rollup/plugin-node-resolve': '16.0.3',
  esbuild: '0.28.2',
  rollup: '4.67.4',
  webpack: '5.112.2',
};

/** What is used of them here. */
interface Esbuild {
  build(options: object): Promise<unknown>;
}
interface Rollup {
  rollup(options: object): Promise<{ write(options: object): Promise<unknown> }>;
}
interface NodeResolve {
  nodeResolve(options: object): object;
}
interface Webpack {
  default(options: object, done: (error: Error | null, stats?: Stats) => void): void;
}
interface Stats {
  hasErrors(): boolean;
  toString(options: object): string;
}

const isEdge = (place: Place): boolean => place === 'workerd' || place === 'edge-light';

/** Splits a path for those who want the folder and the name of the output. */
const split = (file: string): [folder: string, name: string] => {
  const at = file.lastIndexOf('/');
  return [file.slice(0, at), file.slice(at + 1)];
};

export function bundlersIn(folder: string): Record<string, Bundle> {
  const load = <Module>(path: string): Promise<Module> =>
    import(pathToFileURL(join(folder, 'node_modules', path)).href) as Promise<Module>;

  return {
    async Vite(input, output, place) {
      const [outDir, entryFileNames] = split(output);
      const server = {
        ssr: {
          noExternal: true as const,
          ...(isEdge(place) && { resolve: { conditions: [place, 'worker', 'browser'] } }),
        },
        build: { ssr: input },
      };
      const { ssr, build } = place === 'browser' ? { ssr: undefined, build: {} } : server;
      await buildWithVite({
        configFile: false,
        root: outDir,
        logLevel: 'error',
        ...(ssr && { ssr }),
        build: {
          ...build,
          outDir,
          emptyOutDir: false,
          modulePreload: false,
          target: 'es2022',
          rolldownOptions: { input, preserveEntrySignatures: 'strict', output: { entryFileNames } },
        },
      });
    },

    async esbuild(input, output, place) {
      const { build } = await load<Esbuild>('esbuild/lib/main.js');
      await build({
        entryPoints: [input],
        outfile: output,
        bundle: true,
        format: 'esm',
        platform: place === 'node' ? 'node' : 'browser',
        // As Cloudflare's tool asks for them.
        ...(isEdge(place) && { conditions: [place, 'worker', 'browser'] }),
        logLevel: 'silent',
      });
    },

    async Rollup(input, output, place) {
      const { rollup } = await load<Rollup>('rollup/dist/es/rollup.js');
      const { nodeResolve } = await load<NodeResolve>('@rollup/plugin-node-resolve/dist/es/index.js');
      const plugins = [
        nodeResolve({
          browser: place !== 'node',
          ...(isEdge(place) && { exportConditions: [place, 'worker'] }),
        }),
      ];
      const bundle = await rollup({ input, plugins, external: /^node:/ });
      await bundle.write({ file: output, inlineDynamicImports: true });
    },

    async webpack(input, output, place) {
      const { default: webpack } = await load<Webpack>('webpack/lib/index.js');
      const [path, filename] = split(output);
      await new Promise<void>((resolve, reject) => {
        const options = {
          mode: 'production',
          target: [place === 'node' ? 'node20' : 'web', 'es2022'],
          entry: input,
          output: { path, filename, module: true, library: { type: 'module' } },
          experiments: { outputModule: true },
          // As Vercel's framework asks for them.
          ...(isEdge(place) && { resolve: { conditionNames: [place, 'worker', '...'] } }),
        };
        webpack(options, (error, stats) => {
          const failure =
            error ?? (stats?.hasErrors() && new Error(stats.toString({ all: false, errors: true })));
          if (failure) reject(failure);
          else resolve();
        });
      });
    },
  };
}
