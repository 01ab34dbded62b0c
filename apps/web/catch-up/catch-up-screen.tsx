export function CatchUpScreen() {
  return <div className="outline">CatchUpScreen</div>;
}
