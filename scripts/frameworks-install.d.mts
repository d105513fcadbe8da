export const FOLDERS: string[];
export function sourceOf(app: string, file: string): string;
export function folderOf(app: string): string;
export function resultsFile(app: string): URL;
export function prepareApps(apps?: string[]): Promise<void>;
