export function PeopleScreen() {
  return <div className="outline">PeopleScreen</div>;
}
