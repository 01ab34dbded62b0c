export function SearchScreen() {
  return <div className="outline">SearchScreen</div>;
}
