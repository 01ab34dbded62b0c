import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Storage } from '#storage';
import { type ExportedRecording, type ExportedRow, type ExportList, ExportRepository } from './export.repository.js';
import { type ZipEntry, zip } from './zip.js';

const LARGE = 0xffffffff;
const lists: readonly ExportList[] = ['posts', 'responses', 'drafts', 'saved-threads'];

/** Everything that is a member's own, to take along: JSON, and each original as it was uploaded. */
@Injectable()
export class OwnExportService {
  constructor(
    private readonly rows: ExportRepository,
    private readonly storage: Storage,
  ) {}

  /** A zip archive, made while it is read. */
  archive(actor: Actor): AsyncGenerator<Buffer, void> {
    return zip(this.entries(actor));
  }

  private async *entries(actor: Actor): AsyncGenerator<ZipEntry, void> {
    yield { name: 'me.json', content: [Buffer.from(`${JSON.stringify(await this.rows.about(actor), null, 2)}\n`)] };
    for (const list of lists) yield { name: `${list}.json`, content: jsonList(this.rows.rows(list, actor)) };
    yield { name: 'recordings.json', content: jsonList(this.described(actor)) };
    for await (const { id, filename, key } of this.rows.rows<ExportedRecording>('recordings', actor)) {
      // Gone meanwhile, or lost: the list names it, the archive goes on.
      const stored = key ? await this.storage.stat(key) : undefined;
      if (!key || !stored) continue;
      const { stream } = await this.storage.get(key);
      yield { name: originalName(id, filename), content: stream, isLarge: stored.byteSize >= LARGE };
    }
  }

  private async *described(actor: Actor): AsyncGenerator<object, void> {
    for await (const { key, ...row } of this.rows.rows<ExportedRecording>('recordings', actor)) {
      yield { ...row, file: key && originalName(row.id, row.filename) };
    }
  }
}

/** Filenames were cleaned when they came; two may be the same. */
const originalName = (id: string, filename: string): string => `originals/${id.slice(-12)}-${filename}`;

async function* jsonList(rows: AsyncIterable<object | ExportedRow>): AsyncGenerator<Buffer, void> {
  let separator = '[\n';
  for await (const row of rows) {
    yield Buffer.from(`${separator}${JSON.stringify(row)}`);
    separator = ',\n';
  }
  yield Buffer.from(separator === '[\n' ? '[]\n' : '\n]\n');
}
