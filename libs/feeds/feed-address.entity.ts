import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';

export const feeds = ['PODCAST', 'CALENDAR'] as const;
export type Feed = (typeof feeds)[number];

/** That a member has asked for a new address of a feed. No row: the first address, which they had from the beginning. */
@Entity('feed_addresses')
@Check('feed_addresses_feed', `"feed" in ('PODCAST', 'CALENDAR')`)
export class FeedAddressEntity {
  @PrimaryColumn('uuid') @ForeignKey('MemberEntity') memberId: string;
  @PrimaryColumn('text') feed: Feed;
  /** Which address is the one that opens: another one makes another address. No secret by itself. */
  @Column('uuid') edition: string;
  @InstantColumn() renewedAt: Date;
}
