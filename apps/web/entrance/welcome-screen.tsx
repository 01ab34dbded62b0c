export function WelcomeScreen() {
  return <div className="outline">WelcomeScreen</div>;
}
