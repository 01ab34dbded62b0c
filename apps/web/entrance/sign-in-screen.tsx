export function SignInScreen() {
  return <div className="outline">SignInScreen</div>;
}
