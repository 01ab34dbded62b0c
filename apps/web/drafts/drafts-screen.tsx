export function DraftsScreen() {
  return <div className="outline">DraftsScreen</div>;
}
