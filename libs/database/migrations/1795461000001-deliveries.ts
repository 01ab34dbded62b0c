import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "happenings" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "kind" text NOT NULL, "thread_id" uuid, "post_id" uuid, "response_ids" uuid array NOT NULL DEFAULT '{}', "action" text, "actor_id" uuid, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "happenings_kind" CHECK ("kind" in ('POST', 'CONCLUSION', 'RESPONSES')), CONSTRAINT "PK_c275d35beecea533990d42e4573" PRIMARY KEY ("id"))`,
  `CREATE TABLE "deliveries" ("id" uuid NOT NULL, "member_id" uuid NOT NULL, "event_key" text NOT NULL, "route" text NOT NULL, "kind" text NOT NULL, "rule" text NOT NULL, "happened_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "planned_at" TIMESTAMP(3) WITH TIME ZONE, "handed_at" TIMESTAMP(3) WITH TIME ZONE, "delivered_at" TIMESTAMP(3) WITH TIME ZONE, "dropped_at" TIMESTAMP(3) WITH TIME ZONE, "failure" text, "thread_id" uuid NOT NULL, "post_id" uuid, "expected_response_id" uuid, "actor_id" uuid, CONSTRAINT "deliveries_route" CHECK ("route" in ('IN_APP', 'EMAIL', 'PUSH', 'DIGEST')), CONSTRAINT "deliveries_kind" CHECK ("kind" in ('ASKED', 'URGENT', 'ANSWERED', 'MENTIONED', 'CONCLUDED', 'FOLLOWED', 'REMINDER', 'DUE_MOVED')), CONSTRAINT "PK_a6ef225c5c5f0974e503bfb731f" PRIMARY KEY ("id"))`,
  `CREATE INDEX "deliveries_for_digest" ON "deliveries"  ("member_id") WHERE "route" = 'DIGEST' and "delivered_at" is null`,
  `CREATE INDEX "deliveries_of_response" ON "deliveries"  ("expected_response_id") WHERE "expected_response_id" is not null`,
  `CREATE INDEX "deliveries_of_member" ON "deliveries"  ("member_id", "id") `,
  `CREATE INDEX "deliveries_due" ON "deliveries"  ("planned_at") WHERE "planned_at" is not null and "handed_at" is null and "delivered_at" is null and "dropped_at" is null`,
  `CREATE UNIQUE INDEX "deliveries_once" ON "deliveries"  ("member_id", "event_key", "route") `,
  `CREATE TABLE "delivery_settings" ("member_id" uuid NOT NULL, "batch_hours" integer, "email_for" text array NOT NULL, "push_for" text array NOT NULL, CONSTRAINT "PK_4b1e38dbf8012e112eed058faa8" PRIMARY KEY ("member_id"))`,
  `CREATE INDEX "delivery_settings_news" ON "delivery_settings"  ("member_id") WHERE 'FOLLOWED' = any("email_for") or 'FOLLOWED' = any("push_for")`,
  `ALTER TABLE "deliveries" ADD CONSTRAINT "FK_95747e96695b33bd292161a67b2" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "deliveries" ADD CONSTRAINT "FK_a9ec4fcf74fd1964967cec05f2a" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "deliveries" ADD CONSTRAINT "FK_7b568ed54178a790611a207ae1d" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "deliveries" ADD CONSTRAINT "FK_6ebf3822e83b8cf16c54641e37f" FOREIGN KEY ("expected_response_id") REFERENCES "expected_responses"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "deliveries" ADD CONSTRAINT "FK_6c836639030791e627723676813" FOREIGN KEY ("actor_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "delivery_settings" ADD CONSTRAINT "FK_4b1e38dbf8012e112eed058faa8" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  // What is owed already is reminded of too: the worker computes the hour when it looks at the row.
  `INSERT INTO deliveries (id, member_id, event_key, route, kind, rule, happened_at, planned_at, thread_id, post_id, expected_response_id, actor_id)
   SELECT gen_random_uuid(), r.recipient_id, 'reminder:' || r.id, 'IN_APP', 'REMINDER', 'WORKING_TIME', r.created_at, now(), r.thread_id, r.post_id, r.id, r.author_id
   FROM expected_responses r JOIN posts p ON p.id = r.post_id WHERE r.status = 'OPEN' AND r.due_at > now() AND p.timing <> 'NOW'`,
];

/** Deliveries, how members want them, and what happened that is not planned yet. */
export class Deliveries1795461000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
