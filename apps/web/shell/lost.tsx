import { Link } from '@tanstack/react-router';
import { useLingui } from '../language';

/** A page that is not there: never a dead end. */
export function Lost() {
  const { i18n } = useLingui();
  return (
    <main className="lost">
      <h1>{i18n._('There is nothing here')}</h1>
      <p>{i18n._('It may have been moved or deleted, or you may not be in its channel.')}</p>
      <p>
        <Link to="/inbox" className="btn quiet">
          {i18n._('Go to the inbox')}
        </Link>
      </p>
    </main>
  );
}

/** A page that broke. */
export function Broken() {
  const { i18n } = useLingui();
  return (
    <main className="lost">
      <h1>{i18n._('This page could not be shown')}</h1>
      <p>{i18n._('Nothing you wrote is lost. Load the page again; if it stays like this, tell your administrator.')}</p>
      <p>
        <button type="button" className="btn primary" onClick={() => location.reload()}>
          {i18n._('Load again')}
        </button>
        <a href="/inbox" className="btn quiet">
          {i18n._('Go to the inbox')}
        </a>
      </p>
    </main>
  );
}
