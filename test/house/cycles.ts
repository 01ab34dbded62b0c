/**
 * The cycles of a graph: every group of nodes that reach each other.
 * @see Tarjan, "Depth-first search and linear graph algorithms", 1972
 */
export function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const cycles: string[][] = [];

  const visit = (node: string): void => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    path.push(node);
    onPath.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (onPath.has(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!));
    }
    if (lowest.get(node) === order.get(node)) close(node);
  };

  const close = (node: string): void => {
    const group = path.splice(path.lastIndexOf(node));
    for (const member of group) onPath.delete(member);
    if (group.length > 1 || graph.get(node)?.includes(node)) cycles.push(group);
  };

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return cycles;
}
