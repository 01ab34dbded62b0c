import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

interface Transaction {
  queryRunner: QueryRunner;
  afterCommit: (() => void | Promise<void>)[];
}

/**
 * The one door to a transaction. It is found by async context, so nothing below a `run` can forget it: repositories
 * that ask for `manager` (or go through `Sql`) write inside it, or on the pool where there is none.
 */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Transaction>();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction; within another `run` it joins that one. Throwing rolls back. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return work();
    const queryRunner = this.dataSource.createQueryRunner();
    const transaction: Transaction = { queryRunner, afterCommit: [] };
    let result: T;
    try {
      await queryRunner.startTransaction();
      result = await this.current.run(transaction, work);
      await queryRunner.commitTransaction();
    } catch (error) {
      if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction();
      throw error;
    } finally {
      await queryRunner.release();
    }
    for (const effect of transaction.afterCommit) await effect();
    return result;
  }

  /**
   * Runs an effect (a publish, an enqueue) once the change is on disk, at once where no transaction is open. Effects
   * handle their own failures: what they do must also be found by a sweeper.
   */
  async afterCommit(effect: () => void | Promise<void>): Promise<void> {
    const transaction = this.current.getStore();
    if (transaction) transaction.afterCommit.push(effect);
    else await effect();
  }

  get manager(): EntityManager {
    return this.current.getStore()?.queryRunner.manager ?? this.dataSource.manager;
  }

  /** The query runner of the open transaction, for statements that go past TypeORM. */
  get queryRunner(): QueryRunner | undefined {
    return this.current.getStore()?.queryRunner;
  }
}
