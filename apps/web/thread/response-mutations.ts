import { graphql } from '../api';
import { PostFields, ResponseFields } from './fragments';

export const Acknowledge = graphql(
  `
    mutation Acknowledge($input: AcknowledgeInput!) {
      acknowledge(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const Fulfill = graphql(
  `
    mutation Fulfill($input: FulfillResponseInput!) {
      fulfillResponse(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const Decide = graphql(
  `
    mutation Decide($input: DecideInput!) {
      decide(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const Decline = graphql(
  `
    mutation Decline($input: DeclineResponseInput!) {
      declineResponse(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const Delegate = graphql(
  `
    mutation Delegate($input: DelegateResponseInput!) {
      delegateResponse(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const Propose = graphql(
  `
    mutation Propose($input: ProposeDueTimeInput!) {
      proposeDueTime(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const AnswerProposal = graphql(
  `
    mutation AnswerProposal($input: AnswerProposalInput!) {
      answerProposal(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const PutOff = graphql(
  `
    mutation PutOff($input: PutOffResponseInput!) {
      putOffResponse(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const UndoResponse = graphql(
  `
    mutation UndoResponse($input: UndoResponseInput!) {
      undoResponse(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const Nudge = graphql(
  `
    mutation Nudge($input: NudgeInput!) {
      nudge(input: $input) {
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ResponseFields],
);
export const Withdraw = graphql(
  `
    mutation Withdraw($input: WithdrawExpectationInput!) {
      withdrawExpectation(input: $input) {
        post {
          ...PostFields
        }
      }
    }
  `,
  [PostFields],
);
