export function ThreadScreen() {
  return <div className="outline">ThreadScreen</div>;
}
