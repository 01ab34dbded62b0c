import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

interface Refusal {
  reason: string;
  code: string;
  sentence: string;
}

/** Where HubErrors are made: the functions and constructors that take code, reason and sentence as their first words. */
const NOT_SOURCES = /\.(spec|int-spec|e2e-spec|contract)\.ts$/;

/**
 * The page of every refusal that the code can make, read from the code: a refusal that is not on it does not exist.
 * @param root of the repository
 */
export function errorCatalogue(root: string): string {
  const refusals = new Map<string, Refusal>();
  for (const folder of ['libs', 'apps']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || NOT_SOURCES.test(file)) continue;
      const text = readFileSync(join(root, folder, file), 'utf8');
      for (const refusal of refusalsOf(text)) refusals.set(`${refusal.reason} ${refusal.sentence}`, refusal);
    }
  }
  const rows = [...refusals.values()]
    .sort((one, other) => (`${one.reason} ${one.sentence}` < `${other.reason} ${other.sentence}` ? -1 : 1))
    .map(({ reason, code, sentence }) => `| \`${reason}\` | ${code} | ${sentence} |`);
  return `${introduction}\n${rows.join('\n')}\n`;
}

const introduction = `# Errors

A refusal is a GraphQL error. \`message\` is a sentence for people; \`extensions.code\` is one of \`ErrorCode\`;
\`extensions.reason\` says exactly what it is and stays the same, so switch on it; \`extensions.field\` and
\`extensions.data\` are there where they help. Routes beside GraphQL answer the same as JSON, with the code's HTTP status.
What does not exist and what you may not see are answered alike. Anything unforeseen is \`internal\` with the request's
number in \`data.requestId\`: the log has the rest under that number. What GraphQL itself refuses is INVALID_INPUT:
\`graphql.invalid\` for a document that does not fit the schema, \`input.malformed\` for a value that its scalar does not take.

\`npm run errors\` writes this page from the code. Words in braces stand for values.

| reason | code | sentence |
| --- | --- | --- |`;

/** Calls whose words are written at the place: `new HubError('CODE', 'reason', 'Sentence')` and its short forms. */
function refusalsOf(text: string): Refusal[] {
  const found: Refusal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const words = [...(node.arguments ?? [])];
      const callee = node.expression.getText();
      if (callee === 'invalidInput') found.push(...refusal('INVALID_INPUT', words[0], words[1]));
      // Fails one media item with these very words.
      else if (callee === 'UnreadableMedia') found.push(...refusal('INVALID_INPUT', words[0], words[1]));
      else if (callee === 'HubError' || callee === 'super')
        found.push(...refusal(literal(words[0]), words[1], words[2]));
    }
    node.forEachChild(visit);
  };
  if (/HubError|invalidInput|UnreadableMedia/.test(text))
    visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

function refusal(code: string | undefined, reason: ts.Node | undefined, sentence: ts.Node | undefined): Refusal[] {
  const exact = literal(reason);
  if (!code || !/^[A-Z_]+$/.test(code) || !exact || !sentence) return [];
  return [{ reason: exact, code, sentence: spoken(sentence).replaceAll('|', '\\|') }];
}

const literal = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

function spoken(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return 'Says what is wrong.';
  const name = (expression: ts.Expression): string =>
    `{${/^[\w.]+?(?=$|[^\w.]|\.to|\.join)/.exec(expression.getText())?.[0] ?? 'value'}}`;
  return node.head.text + node.templateSpans.map((span) => name(span.expression) + span.literal.text).join('');
}
