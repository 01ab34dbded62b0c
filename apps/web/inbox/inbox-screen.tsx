export function InboxScreen() {
  return <div className="outline">InboxScreen</div>;
}
