export interface Engine {
  packages: string[];
  command: string[];
  runner: string;
  probe: string[];
  files?: string[];
}
export const ENGINES: Record<
  'php' | 'twig' | 'blade' | 'django' | 'flask' | 'rails' | 'liquid' | 'node' | 'jsp',
  Engine
>;
export function isThere(engine: Engine): boolean;
