export function InvitationScreen() {
  return <div className="outline">InvitationScreen</div>;
}
