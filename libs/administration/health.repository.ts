import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';

const storageBytes = statement(
  'health.storage_bytes',
  `select coalesce((select sum(byte_size) from media), 0)::bigint + coalesce((select sum(byte_size) from renditions), 0)::bigint as bytes`,
);

@Injectable()
export class HealthRepository {
  constructor(private readonly sql: Sql) {}

  async storageBytes(): Promise<number> {
    return (await this.sql.row<{ bytes: number }>(storageBytes))!.bytes;
  }
}
