import { graphql } from '../api';

/** What an expectation would mean for each recipient, before anything is sent. */
export const PreviewQuery = graphql(`
  query PreviewExpectation($channelId: ID!, $expectation: ExpectationInput!, $publishAt: DateTime) {
    previewExpectation(channelId: $channelId, expectation: $expectation, publishAt: $publishAt) {
      urgentBudgetLeft
      advice {
        code
        message
        suggestedTiming {
          workingHours
          workingDays
          by
        }
        suggestedRecipientIds
      }
      recipients {
        member {
          id
          name
          handle
          avatarUrl
        }
        timeZone
        isWorkingTime
        deliverAt
        dueAt
        workingHoursUntilDue
        urgentMuted
        ribbon {
          start
          end
        }
      }
    }
  }
`);

/** One recipient, as the preview shows them. */
export interface Recipient {
  member: { id: string; name: string; handle: string; avatarUrl?: string | null };
  timeZone: string;
  isWorkingTime: boolean;
  deliverAt: string;
  dueAt?: string | null;
  workingHoursUntilDue?: number | null;
  urgentMuted: boolean;
  ribbon: readonly { start: string | number; end: string | number }[];
}

/** What a kind colleague would say, and what following it would change. */
export interface Advice {
  code: string;
  message: string;
  suggestedTiming?: { workingHours?: number | null; workingDays?: number | null; by?: string | null } | null;
  suggestedRecipientIds?: readonly string[] | null;
}

export interface Preview {
  recipients: readonly Recipient[];
  advice: readonly Advice[];
  urgentBudgetLeft?: number;
}
