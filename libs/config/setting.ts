import { resolve } from 'node:path';

export const settingTypes = ['TEXT', 'NUMBER', 'BOOLEAN', 'CHOICE', 'SECRET', 'DURATION', 'BYTES'] as const;
export type SettingType = (typeof settingTypes)[number];

/** One variable of the environment: what it is for, what it is without a value, and how its text is checked. */
export interface Setting<T> {
  readonly description: string;
  readonly defaultValue: T;
  /** Never shown in logs or on a screen. */
  readonly isSecret: boolean;
  readonly type: SettingType;
  /** Of a CHOICE. */
  readonly choices?: readonly string[];
  /** @throws Error whose message completes "NAME …": "must be a whole number from 1 to 9". */
  parse(text: string): T;
}

const setting = <T>(
  description: string,
  defaultValue: T,
  parse: (text: string) => T,
  { isSecret = false, type = isSecret ? 'SECRET' : 'TEXT', choices }: Partial<Omit<Setting<T>, 'parse'>> = {},
): Setting<T> => ({
  description,
  defaultValue,
  isSecret,
  type,
  ...(choices && { choices }),
  parse,
});

export const text = (description: string, defaultValue: string) => setting(description, defaultValue, (value) => value);

export const secret = (description: string) => setting<string>(description, '', (value) => value, { isSecret: true });

export const path = (description: string, defaultValue: string) =>
  setting(description, resolve(defaultValue), (value) => resolve(value));

export function integer(
  description: string,
  defaultValue: number,
  { min, max, type = 'NUMBER' }: { min: number; max: number; type?: SettingType },
) {
  const parse = (value: string): number => {
    const number = Number(value);
    if (value.trim() === '' || !Number.isInteger(number) || number < min || number > max) {
      throw new Error(`must be a whole number from ${min} to ${max}`);
    }
    return number;
  };
  return setting(description, defaultValue, parse, { type });
}

export const byteSize = (description: string, defaultValue: number) =>
  integer(description, defaultValue, { min: 1024, max: Number.MAX_SAFE_INTEGER, type: 'BYTES' });

/** Of bytes; 0: none. */
export const quota = (description: string) =>
  integer(description, 0, { min: 0, max: Number.MAX_SAFE_INTEGER, type: 'BYTES' });

export const boolean = (description: string, defaultValue: boolean) =>
  setting(
    description,
    defaultValue,
    (value) => {
      if (value !== 'true' && value !== 'false') throw new Error('must be true or false');
      return value === 'true';
    },
    { type: 'BOOLEAN' },
  );

export const choice = <T extends string>(description: string, values: readonly T[], defaultValue: T) =>
  setting<T>(
    description,
    defaultValue,
    (value) => {
      if (!values.includes(value as T)) throw new Error(`must be one of ${values.join(', ')}`);
      return value as T;
    },
    { type: 'CHOICE', choices: values },
  );

/** A URL with one of the protocols, or empty for "none". */
export const url = (description: string, protocols: readonly string[], { isSecret = false } = {}) =>
  setting<string>(
    description,
    '',
    (value) => {
      if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
        throw new Error(`must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`);
      }
      return value.replace(/\/$/, '');
    },
    { isSecret },
  );
