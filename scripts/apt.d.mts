export function updateApt(): Promise<boolean>;
