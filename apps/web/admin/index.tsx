export function AdminFrame() {
  return <div>AdminFrame</div>;
}
export function OverviewScreen() {
  return <div>OverviewScreen</div>;
}
export function MembersScreen() {
  return <div>MembersScreen</div>;
}
export function InvitesScreen() {
  return <div>InvitesScreen</div>;
}
export function RolesScreen() {
  return <div>RolesScreen</div>;
}
export function ChannelsScreen() {
  return <div>ChannelsScreen</div>;
}
export function AgreementsScreen() {
  return <div>AgreementsScreen</div>;
}
export function StorageScreen() {
  return <div>StorageScreen</div>;
}
export function DigestsScreen() {
  return <div>DigestsScreen</div>;
}
export function HealthScreen() {
  return <div>HealthScreen</div>;
}
export function AuditScreen() {
  return <div>AuditScreen</div>;
}
export function AdminSettingsScreen() {
  return <div>AdminSettingsScreen</div>;
}
