import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { parseGlobalId } from '#kernel';

/** Anything with an id of its own. The id's kind is the type's name. */
@InterfaceType('Node', { resolveType: (value: { id: string }) => parseGlobalId(value.id)?.kind })
export abstract class NodeType {
  @Field(() => ID) id: string;
}
