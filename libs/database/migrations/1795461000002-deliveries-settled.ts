import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `DROP INDEX "deliveries_of_member"`,
  `ALTER TABLE "deliveries" ADD "settled_at" TIMESTAMP(3) WITH TIME ZONE`,
  `UPDATE deliveries SET settled_at = coalesce(delivered_at, dropped_at)`,
  `CREATE INDEX "deliveries_of_member" ON "deliveries"  ("member_id", "settled_at", "id") WHERE "settled_at" is not null`,
];

/** Deliveries are listed by when they reached their member. */
export class DeliveriesSettled1795461000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
