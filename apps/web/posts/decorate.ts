export interface Decoration {
  /** Time stamps up to here lead to that second of the recording; without a recording none does. */
  seekableSeconds?: number;
  /** The reader's own handle: being spoken to stands out. */
  viewerHandle?: string;
}

/** Time stamps become buttons and mentions stand out, in what is neither code nor a link; links open elsewhere. */
export function decorate(html: string, decoration: Decoration): string {
  let skipped = 0;
  return html
    .split(/(<[^>]+>)/)
    .map((part) => {
      if (!part.startsWith('<')) return skipped > 0 ? part : decorateText(part, decoration);
      if (/^<(a|code|pre)[\s>]/.test(part)) skipped += 1;
      if (/^<\/(a|code|pre)>/.test(part)) skipped -= 1;
      return part.replace(/^<a /, '<a target="_blank" rel="noopener noreferrer nofollow" ');
    })
    .join('');
}

function decorateText(text: string, { seekableSeconds = 0, viewerHandle }: Decoration): string {
  return text
    .replace(/(?<![\w:.])(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)(?![\w:]|\.\d)/g, (stamp, hours, minutes, seconds) => {
      const at = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
      if (at > seekableSeconds || (hours !== undefined && Number(minutes) > 59)) return stamp;
      return `<button type="button" class="stamp" data-seconds="${at}">${stamp}</button>`;
    })
    .replace(/(?<![\w@/.])@([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)/gi, (mention, handle: string) => {
      const isViewer = handle.toLowerCase() === viewerHandle?.toLowerCase();
      return `<span class="mention${isViewer ? ' me' : ''}">${mention}</span>`;
    });
}
