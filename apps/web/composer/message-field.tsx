import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { Avatar, Icon } from '../design';
import { useLingui } from '../language';
import { findPeople } from './known-people';
import { complete, type Mention, mentionAt } from './mentions';
import type { FoundPerson } from './people-query';
import { useCombobox } from './use-combobox';

/** The message: Markdown, with people named after an @, and files pasted where they are. */
export function MessageField({
  text,
  onText,
  onFiles,
  onAttach,
}: {
  text: string;
  onText: (text: string) => void;
  onFiles: (files: File[]) => void;
  onAttach: () => void;
}) {
  const { i18n } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);
  const [mention, setMention] = useState<Mention>();
  const [found, setFound] = useState<FoundPerson[]>([]);
  const query = mention?.query;

  useEffect(() => {
    if (query === undefined) return;
    let isOld = false;
    void findPeople(query).then((all) => {
      if (!isOld) setFound(all.slice(0, 6));
    });
    return () => {
      isOld = true;
    };
  }, [query]);

  const put = (next: string, caret: number) => {
    onText(next);
    // The caret follows once the text stands in the field.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  const list = useCombobox({
    options: found,
    isOpen: mention !== undefined,
    onPick: ({ handle }) => {
      if (mention) put(...complete(text, field.current?.selectionStart ?? text.length, mention, handle));
      setMention(undefined);
    },
    onClose: () => setMention(undefined),
  });
  const look = () => {
    const { selectionStart, value } = field.current!;
    setMention(mentionAt(value, selectionStart));
  };
  const beginMention = () => {
    const caret = field.current?.selectionStart ?? text.length;
    const before = text.slice(0, caret);
    const sign = before === '' || /[\s(]$/.test(before) ? '@' : ' @';
    put(before + sign + text.slice(caret), caret + sign.length);
    setMention({ start: caret + sign.length - 1, query: '' });
  };
  const pasted = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };

  return (
    <div className="words">
      <textarea
        ref={field}
        className="write"
        aria-label={i18n._('Message')}
        placeholder={i18n._('What should they know, or decide?')}
        value={text}
        dir="auto"
        aria-autocomplete="list"
        aria-controls={list.isShown ? list.list.id : undefined}
        aria-activedescendant={list.field['aria-activedescendant']}
        onChange={(event) => {
          onText(event.target.value);
          look();
          list.restart();
        }}
        onKeyDown={list.pressed}
        onSelect={look}
        onBlur={() => setMention(undefined)}
        onPaste={pasted}
      />
      {list.isShown && (
        <ul {...list.list} className="floating menu options" aria-label={i18n._('People')}>
          {found.map((person, index) => (
            <li key={person.id} {...list.option(index)}>
              <Avatar member={person} size="xs" />
              {person.name}
              <small>@{person.handle}</small>
            </li>
          ))}
        </ul>
      )}
      <div className="bar">
        <button
          type="button"
          className="ib"
          aria-label={i18n._('Attach a file')}
          title={i18n._('Attach a file')}
          onClick={onAttach}
        >
          <Icon name="clip" />
        </button>
        <button
          type="button"
          className="ib"
          aria-label={i18n._('Mention someone')}
          title={i18n._('Mention someone')}
          onClick={beginMention}
        >
          <span className="at-sign" aria-hidden="true">
            @
          </span>
        </button>
        <span className="not-s hint-line">{i18n._('Markdown works')}</span>
      </div>
    </div>
  );
}
