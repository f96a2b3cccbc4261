import type { Entry } from '../../knowledge/schema.ts';

/** The file of a record, relative to the knowledge folder. */
export const fileOf = ({ type, group, id }: Entry): string =>
  type === 'comparison' ? `comparisons/${id}.yaml` : `${type}s/${group}/${id}.yaml`;
