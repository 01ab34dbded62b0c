import type { Type } from '@nestjs/common';
import { TypeMetadataStorage } from '@nestjs/graphql';

/**
 * Declares the arguments of a `@ResolveField` method that takes graphql-js's own parameters (parent, args, context).
 * A method without parameter decorators is called directly, past Nest's wrapper: on a page of rows that wrapper costs
 * more than the rows. Such a method checks its arguments itself (`pageRequest`).
 */
export const FieldArgs =
  (args: () => Type<unknown>): MethodDecorator =>
  (target, methodName) => {
    TypeMetadataStorage.addMethodParamMetadata({
      kind: 'args',
      target: target.constructor,
      methodName: String(methodName),
      typeFn: args,
      options: {},
      index: 1,
    });
  };
