import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { createDataSource, type DatabaseOptions } from './data-source.js';
import { DomainEvents } from './domain-events.js';
import { Sql } from './sql.js';
import { UnitOfWork } from './unit-of-work.js';

/** The data source and the doors to it, for the whole application. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static connect(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useFactory: () => createDataSource(options).initialize() },
        UnitOfWork,
        Sql,
        DomainEvents,
      ],
      exports: [DataSource, UnitOfWork, Sql, DomainEvents],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
