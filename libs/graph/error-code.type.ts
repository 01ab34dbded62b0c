import { registerEnumType } from '@nestjs/graphql';
import { type ErrorCode, errorCodes } from '#kernel';

/** `extensions.code` of every refusal: no field has this type, so the schema names it for clients alone. */
export const ErrorCodeEnum = Object.fromEntries(Object.keys(errorCodes).map((code) => [code, code])) as {
  [Code in ErrorCode]: Code;
};
registerEnumType(ErrorCodeEnum, { name: 'ErrorCode', description: 'What `extensions.code` of an error can be.' });
