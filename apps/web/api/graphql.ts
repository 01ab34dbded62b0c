import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env';

/**
 * Documents are typed by the committed schema. Scalars arrive as JSON has them: instants, dates, clock times, zones and
 * URLs are text, bytes a number.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    DateTime: string;
    LocalDate: string;
    LocalTime: string;
    TimeZone: string;
    Markdown: string;
    URL: string;
    EmailAddress: string;
    ByteCount: number;
  };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
export { readFragment } from 'gql.tada';
