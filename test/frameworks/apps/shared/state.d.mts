export function stateOf(cookies: string | undefined): Record<string, string>;
