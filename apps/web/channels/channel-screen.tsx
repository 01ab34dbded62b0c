export function ChannelScreen() {
  return <div className="outline">ChannelScreen</div>;
}
