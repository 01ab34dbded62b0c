export function ComposerScreen() {
  return <div className="outline">ComposerScreen</div>;
}
