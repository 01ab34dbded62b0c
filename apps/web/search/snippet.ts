/** A snippet of the API in parts: what was found stands between `**`. */
export function snippetParts(snippet: string): { text: string; isFound: boolean; at: number }[] {
  let at = 0;
  return snippet.split('**').map((text, index) => {
    const part = { text, isFound: index % 2 === 1, at };
    at += text.length + 2;
    return part;
  });
}
