import type { Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';
import type { TEXTS } from '../texts.ts';
import { checkAddress } from './address.ts';
import { checkCaching } from './caching.ts';
import { checkClearing } from './clearing.ts';
import { checkFields } from './fields.ts';
import { checkLoading } from './loading.ts';
import { checkTag } from './tag.ts';
import { checkUser } from './user.ts';

export type GroupName = keyof typeof TEXTS.groups;

/** Everything that is looked at, in the order in which it is shown. */
const CHECKS: Record<Exclude<GroupName, 'mistakes'>, (snapshot: Snapshot) => Finding[]> = {
  tag: (snapshot) => [...checkTag(snapshot), ...checkAddress(snapshot)],
  loading: checkLoading,
  user: checkUser,
  fields: checkFields,
  clearing: checkClearing,
  caching: checkCaching,
};

export interface Group {
  name: GroupName;
  findings: Finding[];
}

const isMistake = ({ verdict }: Finding): boolean => verdict === 'bad';

/** All findings. The mistakes come first, wherever they are: they are what the panel was opened for. */
export function check(snapshot: Snapshot): Group[] {
  const groups = Object.entries(CHECKS).map(([name, look]) => ({
    name: name as GroupName,
    findings: look(snapshot),
  }));
  return [
    { name: 'mistakes', findings: groups.flatMap(({ findings }) => findings.filter(isMistake)) },
    ...groups.map(({ name, findings }) => ({
      name,
      findings: findings.filter((finding) => !isMistake(finding)),
    })),
  ];
}

/** How many findings have that verdict. */
export const count = (groups: Group[], verdict: Finding['verdict']): number =>
  groups.flatMap(({ findings }) => findings).filter((finding) => finding.verdict === verdict).length;
