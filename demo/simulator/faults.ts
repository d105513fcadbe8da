import type { Faults } from './types.ts';

type Check = (value: unknown) => boolean;

const isFlag: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isMethod: Check = (value) => value === 'userConfig' || value === 'clearChatStorage';
const isMethodList: Check = (value) => Array.isArray(value) && value.every(isMethod);
const isDelayPerMethod: Check = (value) =>
  isObject(value) && Object.entries(value).every(([name, delay]) => isMethod(name) && isCount(delay));
const isText: Check = (value) => typeof value === 'string';

const CHECKS: Record<keyof Faults, Check> = {
  delay: isCount,
  status: (value) => isCount(value) && (value as number) >= 400 && (value as number) < 600,
  reset: isFlag,
  hang: isFlag,
  html: isFlag,
  throws: isFlag,
  failFirst: isCount,
  apiDelay: isCount,
  apiMissing: isFlag,
  missing: isMethodList,
  methodDelay: isDelayPerMethod,
  throwIn: isMethodList,
  throwFirst: isCount,
  chained: isFlag,
  cache: isText,
};

const FAULTS_OF_A_REQUEST = ['delay', 'status', 'reset', 'hang', 'html', 'throws'] as const;

/** Refuses what it does not know, since a misspelt fault would make a test pass for nothing. */
export function parseFaults(input: unknown): Faults {
  if (!isObject(input)) throw new TypeError('Faults are a JSON object.');
  for (const [name, value] of Object.entries(input)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof Faults] : undefined;
    if (!check) throw new TypeError(`There is no fault called "${name}".`);
    if (!check(value)) throw new TypeError(`The fault "${name}" cannot be ${JSON.stringify(value)}.`);
  }
  return input;
}

/** The faults of one request, `nth` counted from 1 since the faults were set. */
export function faultsOfRequest(faults: Faults, nth: number): Faults {
  const { failFirst, ...always } = faults;
  if (failFirst === undefined) return always;
  const faulty = FAULTS_OF_A_REQUEST.some((name) => always[name]);
  if (nth <= failFirst) return faulty ? always : { ...always, status: 500 };
  const healthy = { ...always };
  for (const name of FAULTS_OF_A_REQUEST) delete healthy[name];
  return healthy;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
