interface Engine {
  packages: string[];
  command: string[];
  runner: string;
  probe: string[];
  files?: string[];
}
export interface CompiledEngine extends Engine {
  build: string[];
  places: Record<string, string>;
  extension: string | undefined;
}
export const ENGINES: Record<
  'php' | 'twig' | 'blade' | 'django' | 'flask' | 'rails' | 'liquid' | 'node' | 'perl',
  Engine
> &
  Record<'jsp' | 'java' | 'go' | 'csharp', CompiledEngine>;
export type EngineName = keyof typeof ENGINES;
export function isThere(engine: Engine): boolean;
