export function ChannelsScreen() {
  return <div className="outline">ChannelsScreen</div>;
}
