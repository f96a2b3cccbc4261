import type * as z from 'zod';
import { ComponentType, MessageFlag } from '../constants.ts';
import type { Component, Control } from './components.ts';
import { refuse } from './forms.ts';

const ROWS = 5;
const COMPONENTS_OF_V2 = 40;
const CHARACTERS_OF_V2 = 4_000;

const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

type Part = Component | Control | { readonly type: number; readonly id?: number | null | undefined };

/** Gives every component of a message, outer ones first, in reading order. */
export function flatten(components: readonly Component[]): readonly Part[] {
  return components.flatMap((each): readonly Part[] => {
    if (each.type === ComponentType.Container) return [each, ...flatten(each.components)];
    if (each.type === ComponentType.Section) return [each, ...each.components, each.accessory];
    if (each.type === ComponentType.Row) return [each, ...each.components];
    return [each];
  });
}

/** Gives what a person can use in a message: its buttons and selects, in reading order. */
export function controlsOf(components: readonly Component[]): readonly Control[] {
  return flatten(components).flatMap((each) => (isControl(each) ? [each] : []));
}

function isControl(part: Part): part is Control {
  return 'custom_id' in part || part.type === ComponentType.Button;
}

/** Refuses components that may not stand together in one message. */
export function checkLayout(components: readonly Component[], flags: number, context: z.core.$RefinementCtx): void {
  const isV2 = (flags & MessageFlag.ComponentsV2) !== 0;
  if (isV2) checkV2(components, context);
  else checkRows(components, context);
  const seen = new Set<string>();
  for (const control of controlsOf(components)) {
    if (!control.custom_id) continue;
    if (seen.has(control.custom_id)) {
      const message = 'Component custom id cannot be duplicated';
      refuse(context, ['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message);
    }
    seen.add(control.custom_id);
  }
}

function checkRows(components: readonly Component[], context: z.core.$RefinementCtx): void {
  if (components.length > ROWS) {
    refuse(context, ['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${ROWS} in length.`);
  }
  components.forEach((each, index) => {
    if (each.type === ComponentType.Row) return;
    refuse(context, ['components', index, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).');
  });
}

function checkV2(components: readonly Component[], context: z.core.$RefinementCtx): void {
  const all = flatten(components);
  if (all.length > COMPONENTS_OF_V2) {
    refuse(context, ['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${COMPONENTS_OF_V2} in length.`);
  }
  const characters = all.reduce((sum, each) => sum + ('content' in each ? [...each.content].length : 0), 0);
  if (characters > CHARACTERS_OF_V2) {
    const message = `The total displayable text size exceeds maximum size of ${CHARACTERS_OF_V2}`;
    refuse(context, ['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  }
}

/** Gives the components as Discord stores them: each with an id, and selects with their bounds. */
export function numbered(components: readonly Component[]): readonly Component[] {
  let last = 0;
  const number = <T extends { id?: number | null | undefined; type: number }>(part: T): T => {
    const bounds = SELECTS.includes(part.type) ? { min_values: 1, max_values: 1 } : {};
    return { ...bounds, ...part, id: part.id || ++last };
  };
  const visit = <T extends Component>(part: T): T => {
    const own = number(part);
    if (own.type === ComponentType.Row) return { ...own, components: own.components.map(number) };
    if (own.type === ComponentType.Container) return { ...own, components: own.components.map(visit) };
    if (own.type !== ComponentType.Section) return own;
    return { ...own, components: own.components.map(number), accessory: number(own.accessory) };
  };
  return components.map(visit);
}
