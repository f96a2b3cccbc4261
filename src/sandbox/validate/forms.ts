/** The bridge between zod and Discord's "Invalid Form Body": shared field types and the translation of issues. */
import * as z from 'zod';
import { type FieldError, invalidForm } from '../errors.ts';

type Context = z.core.$RefinementCtx;

/** Adds a refusal with Discord's own error code to a refinement. */
export function refuse(context: Context, path: readonly (string | number)[], code: string, message: string): void {
  context.addIssue({ code: 'custom', path: [...path], message, params: { discord: code }, input: undefined });
}

/** A text whose length, counted in code points as Discord counts, lies between min and max. */
export function text(min: number, max: number) {
  return z.string().superRefine((value, context) => {
    const length = value.length <= max && min <= 1 ? value.length : [...value].length;
    if (length >= min && length <= max) return;
    if (min <= 1 && length === 0) refuse(context, [], 'BASE_TYPE_REQUIRED', 'This field is required');
    else if (min > 0) refuse(context, [], 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    else refuse(context, [], 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  });
}

/** A list whose length lies between min and max. */
export function list<T extends z.ZodType>(item: T, min: number, max: number) {
  const message = min === 0 ? `Must be ${max} or fewer in length.` : `Must be between ${min} and ${max} in length.`;
  const code = min === 0 ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_BAD_LENGTH';
  return z.array(item).superRefine((value, context) => {
    if (value.length < min || value.length > max) refuse(context, [], code, message);
  });
}

/** A link whose scheme is one of those given. */
export function link(...schemes: readonly string[]) {
  return z.string().superRefine((value, context) => {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
    if (value.length > 2048) refuse(context, [], 'BASE_TYPE_MAX_LENGTH', 'Must be 2048 or fewer in length.');
    else if (scheme !== undefined && !schemes.includes(scheme)) {
      const allowed = schemes.map((each) => `'${each}'`).join(', ');
      refuse(context, [], 'URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" must be one of (${allowed}).`);
    } else if (scheme === undefined || !URL.canParse(value)) {
      refuse(context, [], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    }
  });
}

/** The emoji of a button or an option. */
export const emoji = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  animated: z.boolean().nullish(),
});

/** Gives the parsed body, or throws Discord's 50035 with every fault by field. */
export function parseForm<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  throw invalidForm(...result.error.issues.map(fieldError));
}

function fieldError(issue: z.core.$ZodIssue): FieldError {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return { path, ...describe(issue) };
}

function describe(issue: z.core.$ZodIssue): Omit<FieldError, 'path'> {
  if (issue.code === 'custom') return { code: String(issue.params?.discord ?? 'CUSTOM'), message: issue.message };
  if (issue.input === undefined || issue.input === null) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  if (issue.code === 'too_big') {
    return { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` };
  }
  if (issue.code === 'too_small') {
    return { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` };
  }
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    const options = issue.code === 'invalid_value' ? issue.values.map(String).join(', ') : 'the known types';
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${options}}.` };
  }
  if (issue.code === 'invalid_type') {
    return {
      code: 'BASE_TYPE_BAD_TYPE',
      message: `Could not interpret "${String(issue.input)}" as ${issue.expected}.`,
    };
  }
  return { code: 'BASE_TYPE_INVALID', message: issue.message };
}
