import { type AnyVariables, type CombinedError, type TypedDocumentNode, useMutation } from 'urql';
import { sentenceOf } from '../api';
import { useLingui } from '../language';
import { notice } from '../notice';

/**
 * An administrator's act: says what was done, or why not.
 * @returns the answer, or undefined after a failure that was told already
 */
export function useAct<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const { i18n } = useLingui();
  const [{ fetching }, run] = useMutation(document);
  const act = async (variables: Variables, done?: string): Promise<Data | undefined> => {
    const { data, error } = (await run(variables)) as { data?: Data; error?: CombinedError };
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    else if (done) notice({ text: done });
    return error ? undefined : data;
  };
  return [act, fetching] as const;
}
