/** What is measured. The documents are sent as they stand to every target. */
export const operationNames = ['channelPage', 'threadPage', 'waitingOnMe', 'postReply'] as const;
export type OperationName = (typeof operationNames)[number];

export const isOperationName = (text: string): text is OperationName =>
  (operationNames as readonly string[]).includes(text);

export const documents: Readonly<Record<OperationName, string>> = {
  channelPage: `query channelPage($id: ID!) {
  channel(id: $id) {
    id name slug viewerIsMember
    threads(first: 50) {
      nodes {
        id title state postCount lastActivityAt viewerUnreadCount
        author { id name avatarUrl }
        posts(last: 3) {
          nodes { id body publishedAt editedAt author { id name avatarUrl } expectation { kind timing } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  threadPage: `query threadPage($id: ID!) {
  thread(id: $id) {
    id title state postCount viewerUnreadCount
    channel { id name }
    author { id name }
    posts(first: 50) {
      nodes {
        id body publishedAt editedAt deletedAt
        author { id name avatarUrl }
        expectation { kind timing workingHours workingDays by quorum choices }
        reactions { emoji count viewerHasReacted }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  waitingOnMe: `query waitingOnMe {
  viewer {
    inbox {
      waitingOnMe(first: 50) {
        nodes {
          id status deliverAt dueAt overdue
          post {
            id body publishedAt
            author { id name avatarUrl }
            thread { id title channel { id name } }
            expectation { kind timing }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
  postReply: `mutation postReply($input: PostReplyInput!) {
  postReply(input: $input) {
    post { id body publishedAt author { id name } thread { id postCount } expectation { kind } }
  }
}`,
};

/** What the fan-out's subscribers ask for. */
export const threadActivity = `subscription threadActivity($id: ID!) {
  threadActivity(threadId: $id) {
    post { id body publishedAt author { id name } }
    thread { id postCount }
  }
}`;

/** Says who asks to LIMIT, which has no sign-in; the hub takes the Authorization header and ignores this one. */
export const VIEWER_HEADER = 'x-bench-viewer';
