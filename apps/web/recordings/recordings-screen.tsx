export function RecordingsScreen() {
  return <div className="outline">RecordingsScreen</div>;
}
