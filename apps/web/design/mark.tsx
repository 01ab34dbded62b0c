/** The two waves: ours. */
export function Mark() {
  return (
    <span className="mark">
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M2.2 11.2c1.9-2.4 3.9-2.4 5.8 0s3.9 2.4 5.8 0M2.2 6.2c1.9-2.4 3.9-2.4 5.8 0s3.9 2.4 5.8 0" />
      </svg>
    </span>
  );
}
