/** What the contract promises and later work serves: each line exactly as graphql-js finds it. */
export const notServedYet: readonly string[] = [];
