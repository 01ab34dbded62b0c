export function PersonScreen() {
  return <div className="outline">PersonScreen</div>;
}
