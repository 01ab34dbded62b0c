import { Initial1795000000000 } from './1795000000000-initial.js';
import { Transcripts1795455352916 } from './1795455352916-transcripts.js';
import { MemberSide1795455427859 } from './1795455427859-member-side.js';
import { Administration1795456216435 } from './1795456216435-administration.js';
import { Glossary1795456236356 } from './1795456236356-glossary.js';
import { Deliveries1795461000001 } from './1795461000001-deliveries.js';
import { DeliveriesSettled1795461000002 } from './1795461000002-deliveries-settled.js';
import { EditedMentions1795461000003 } from './1795461000003-edited-mentions.js';
import { FeedAddresses1795462000001 } from './1795462000001-feed-addresses.js';
import { Calls1795465000001 } from './1795465000001-calls.js';
import { Insight1795465000002 } from './1795465000002-insight.js';
import { DaysOff1795470000001 } from './1795470000001-days-off.js';
import { PushDevices1795470000002 } from './1795470000002-push-devices.js';
import { InboundMails1795470000003 } from './1795470000003-inbound-mails.js';
import { Groups1795470000004 } from './1795470000004-groups.js';
import { AgreementReaders1795470000005 } from './1795470000005-agreement-readers.js';
import { Webhooks1795470000006 } from './1795470000006-webhooks.js';
import { ReceivedBytes1795560000001 } from './1795560000001-received-bytes.js';
import { ReceivedAt1795560000002 } from './1795560000002-received-at.js';
import { Lanes1795560000011 } from './1795560000011-lanes.js';
import { SkipSilence1795560000012 } from './1795560000012-skip-silence.js';
import { SharesSeen1795560000030 } from './1795560000030-shares-seen.js';

/** Every migration, oldest first; a list and not a folder pattern, so that a bundle or a rename cannot lose one. */
export const migrations = [
  Initial1795000000000,
  Transcripts1795455352916,
  MemberSide1795455427859,
  Administration1795456216435,
  Glossary1795456236356,
  Deliveries1795461000001,
  DeliveriesSettled1795461000002,
  EditedMentions1795461000003,
  FeedAddresses1795462000001,
  Calls1795465000001,
  Insight1795465000002,
  DaysOff1795470000001,
  PushDevices1795470000002,
  InboundMails1795470000003,
  Groups1795470000004,
  AgreementReaders1795470000005,
  Webhooks1795470000006,
  ReceivedBytes1795560000001,
  ReceivedAt1795560000002,
  Lanes1795560000011,
  SkipSilence1795560000012,
  SharesSeen1795560000030,
];
