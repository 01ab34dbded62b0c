import { LRUCache } from 'lru-cache';

/** How many entries one directory keeps: a large organisation's members fit, a runaway does not. */
const MAX_ENTRIES = 20_000;

/**
 * What every page repeats (people's names, channels), kept in memory: filled by need, forgotten on change. It only
 * decorates answers; it is never the source of a decision about access.
 */
export class Directory<Entry extends object> {
  private readonly entries = new LRUCache<string, Entry>({ max: MAX_ENTRIES });
  private generation = 0;

  /** @param loadMany the entries of these ids that exist, in any order */
  constructor(
    private readonly keyOf: (entry: Entry) => string,
    private readonly loadMany: (ids: string[]) => Promise<Entry[]>,
  ) {}

  /** The entry, where it is known; call {@link ensure} before. */
  get(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  /** Loads what is not known yet, in one statement; in the steady state it does nothing and returns nothing to wait for. */
  ensure(ids: Iterable<string>): Promise<void> | undefined {
    let missing: Set<string> | undefined;
    for (const id of ids) {
      if (!this.entries.has(id)) {
        missing ??= new Set();
        missing.add(id);
      }
    }
    return missing && this.load([...missing]);
  }

  /** The entry, loaded if need be; undefined where there is no such thing. */
  async find(id: string): Promise<Entry | undefined> {
    const known = this.entries.get(id);
    if (known) return known;
    const generation = this.generation;
    return this.keep(await this.loadMany([id]), generation)[0];
  }

  /** Drops an entry (or all): it changed. What is being loaded at this moment is not kept either. */
  forget(id?: string): void {
    this.generation += 1;
    if (id === undefined) this.entries.clear();
    else this.entries.delete(id);
  }

  private async load(ids: string[]): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt++) {
      const generation = this.generation;
      this.keep(await this.loadMany(ids), generation);
      if (generation === this.generation) return;
    }
    // Changed three times while it was read: show the newest reading rather than none.
    this.keep(await this.loadMany(ids), this.generation);
  }

  private keep(entries: Entry[], generation: number): Entry[] {
    if (generation === this.generation) for (const entry of entries) this.entries.set(this.keyOf(entry), entry);
    return entries;
  }
}
