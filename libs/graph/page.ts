import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { type CursorKey, readCursor } from './cursor.js';
import { pageTooLong } from './graph.errors.js';

/** How many a list gives where nobody asks, and at most. */
export const PAGE_SIZE = { usual: 30, most: 100 } as const;

@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @Field(() => Int, { nullable: true }) last?: number | null;
  @Field(() => String, { nullable: true }) before?: string | null;
}

@ObjectType()
export class PageInfo {
  @Field() hasNextPage: boolean;
  @Field() hasPreviousPage: boolean;
  @Field(() => String, { nullable: true }) startCursor: string | null;
  @Field(() => String, { nullable: true }) endCursor: string | null;
}

/** What a list is asked for, checked: so many from the start or from the end, beyond a place. */
export interface PageRequest {
  size: number;
  /** True for `last`: the page ends the list, still in the list's own order. */
  fromEnd: boolean;
  /** The sort keys of the place to go on from; undefined at an end of the list. */
  beyond: readonly string[] | undefined;
}

/**
 * Checks the arguments of a list.
 * @param keys what a cursor of this list holds: its sort keys, the row's own last
 * @throws HubError input.page_too_long, input.bad_cursor
 */
export function pageRequest(args: PageArgs, keys: readonly CursorKey[]): PageRequest {
  const fromEnd = args.last !== undefined && args.last !== null;
  const size = (fromEnd ? args.last : args.first) ?? PAGE_SIZE.usual;
  if (size < 1 || size > PAGE_SIZE.most) throw pageTooLong(fromEnd ? 'last' : 'first', PAGE_SIZE.most);
  const cursor = fromEnd ? args.before : args.after;
  return { size, fromEnd, beyond: cursor ? readCursor(cursor, keys, fromEnd ? 'before' : 'after') : undefined };
}

/** One page of a Relay connection. Edges and cursors are made only where somebody asks for them. */
export class Page<Node> {
  /**
   * @param nodes in the list's order
   * @param hasMore whether the list goes on in the direction that was asked for
   */
  constructor(
    readonly nodes: Node[],
    private readonly request: Pick<PageRequest, 'fromEnd' | 'beyond'>,
    private readonly hasMore: boolean,
    private readonly cursor: (node: Node) => string,
  ) {}

  get edges(): { cursor: string; node: Node }[] {
    return this.nodes.map((node) => ({ cursor: this.cursor(node), node }));
  }

  get pageInfo(): PageInfo {
    const first = this.nodes[0];
    const last = this.nodes.at(-1);
    const isBeyond = this.request.beyond !== undefined;
    return {
      hasNextPage: this.request.fromEnd ? isBeyond : this.hasMore,
      hasPreviousPage: this.request.fromEnd ? this.hasMore : isBeyond,
      startCursor: first === undefined ? null : this.cursor(first),
      endCursor: last === undefined ? null : this.cursor(last),
    };
  }

  /**
   * The page from rows that were asked for with `size + 1`: the row too many only says that there are more.
   * @param nodes in the order of the statement: for `fromEnd` the list's order reversed
   */
  static of<Node>(nodes: Node[], request: PageRequest, cursor: (node: Node) => string): Page<Node> {
    const hasMore = nodes.length > request.size;
    if (hasMore) nodes.length = request.size;
    if (request.fromEnd) nodes.reverse();
    return new Page(nodes, request, hasMore, cursor);
  }
}

/** The Edge and Connection types of a GraphQL type: `XEdge { cursor node }`, `XConnection { edges nodes pageInfo }`. */
export function connectionOf<Node>(name: string, node: () => Type<Node>): Type<Page<Node>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String) cursor: string;
    @Field(node) node: Node;
  }
  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [Edge]) edges: Edge[];
    @Field(() => [node()]) nodes: Node[];
    @Field(() => PageInfo) pageInfo: PageInfo;
  }
  return Connection as unknown as Type<Page<Node>>;
}
