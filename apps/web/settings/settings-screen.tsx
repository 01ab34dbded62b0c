export function SettingsScreen() {
  return <div className="outline">SettingsScreen</div>;
}
