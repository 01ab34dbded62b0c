import { Icon } from '../design';
import { useLingui } from '../language';

const MOST = 10;

/** What there is to choose from. */
export function DecideOptions({ options, onOptions }: { options: string[]; onOptions: (options: string[]) => void }) {
  const { i18n } = useLingui();
  const put = (index: number, text: string) => onOptions(options.map((one, at) => (at === index ? text : one)));
  return (
    <fieldset className="decide-options">
      <legend className="sr">{i18n._('Options')}</legend>
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options are their places until they are named
        <div key={index}>
          <input
            className="input"
            value={option}
            maxLength={200}
            placeholder={i18n._('Option {number}', { number: index + 1 })}
            aria-label={i18n._('Option {number}', { number: index + 1 })}
            onChange={(event) => put(index, event.target.value)}
          />
          {options.length > 2 && (
            <button
              type="button"
              className="ib"
              aria-label={i18n._('Remove option {number}', { number: index + 1 })}
              title={i18n._('Remove')}
              onClick={() => onOptions(options.filter((_, at) => at !== index))}
            >
              <Icon name="close" small />
            </button>
          )}
        </div>
      ))}
      {options.length < MOST && (
        <button type="button" className="btn bare" onClick={() => onOptions([...options, ''])}>
          <Icon name="plus" small />
          {i18n._('Another option')}
        </button>
      )}
    </fieldset>
  );
}
