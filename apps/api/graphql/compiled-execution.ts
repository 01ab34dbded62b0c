import {
  type ApolloServerPlugin,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLRequestListener,
  HeaderMap,
} from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { HubContext } from '#graph';
import { HubError } from '#kernel';
import type { PreparedDocuments } from './prepared-documents.js';

/** Has Apollo check and run operations as prepared documents; whatever cannot be compiled goes the ordinary way. */
export class CompiledExecution implements ApolloServerPlugin<HubContext> {
  constructor(private readonly documents: PreparedDocuments) {}

  async requestDidStart(): Promise<GraphQLRequestListener<HubContext>> {
    return {
      didResolveOperation: async (request) => {
        const { contextValue, operation } = request;
        try {
          const variables = request.request.variables ?? {};
          await this.documents.check(() => this.prepare(request), operation?.operation, contextValue, variables);
        } catch (error) {
          // Nothing of it runs: to Apollo that is a failure of the server unless we say whose it is.
          if (error instanceof HubError) request.response.http.status = error.httpStatus;
          throw error;
        }
      },
      responseForOperation: async (request) => {
        const { contextValue } = request;
        const answer = await this.documents.answer(
          this.prepare(request),
          contextValue,
          request.request.variables ?? {},
        );
        if (!answer) return null;
        const singleResult = 'text' in answer ? { data: new WrittenData(answer.text) as never } : answer.result;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single' as const, singleResult } };
      },
    };
  }

  private prepare({
    source,
    operationName,
    schema,
    document,
  }: Pick<GraphQLRequestContextDidResolveOperation<HubContext>, 'source' | 'operationName' | 'schema' | 'document'>) {
    // Both are there by the time that an operation was found in them.
    return this.documents.prepare(source!, operationName, schema, document!);
  }
}

/** An answer's data that is JSON text already. */
class WrittenData {
  constructor(readonly text: string) {}
}

/** Apollo's hook for the text of an answer. */
export const stringifyResult = (result: FormattedExecutionResult): string =>
  result.data instanceof WrittenData ? `{"data":${result.data.text}}\n` : `${JSON.stringify(result)}\n`;
