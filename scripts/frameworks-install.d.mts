export const APPS: string[];
export function folderOf(app: string): string;
export function prepareApps(apps: string[]): void;
export function resultsFile(app: string): URL;
