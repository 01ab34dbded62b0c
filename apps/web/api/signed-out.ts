let listener: () => void = () => undefined;

/** What to do when the API says that nobody is signed in (any more). The routes decide it once. */
export const onSignedOut = (next: () => void) => {
  listener = next;
};

export const signedOut = () => listener();
