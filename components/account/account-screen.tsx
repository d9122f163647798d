'use client';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { saveFile } from '#components/ui/save-file.ts';
import { Status } from '#components/ui/status.tsx';
import { type Account, fetchAccount, signIn, signOut } from './auth-client.ts';
import { localData, localDataFile, localDataText } from './local-data.ts';

/** Who one is here, ways to sign in, and what can be taken along. */
export function AccountScreen() {
  const [account, setAccount] = useState<Account | 'asking' | undefined>('asking');
  const [failed, setFailed] = useState(false);
  const load = useCallback(async () => setAccount(await fetchAccount()), []);
  useEffect(() => {
    // next-auth comes back here with a code of its own when a sign-in did not work.
    setFailed(new URLSearchParams(location.search).has('error'));
    load();
  }, [load]);
  const leave = async () => {
    await signOut().catch(() => undefined);
    await load();
  };
  return (
    <div className="mx-auto grid max-w-2xl gap-6 px-4 py-8 sm:px-6">
      <h1 className="font-semibold text-2xl">Account</h1>
      <Status>
        {failed
          ? 'Signing in did not work: it was refused, broken off or took too long. Nothing is lost.'
          : ''}
      </Status>
      {account === 'asking' ? <p className="text-soft">Asking the server …</p> : <Ways account={account} />}
      {account !== 'asking' && account?.user !== undefined ? (
        <Mine name={account.user} onLeave={leave} />
      ) : null}
      <p className="max-w-prose text-soft text-sm">
        Logs, programs and progress stay in this browser, signed in or not. Signing in sends your name here
        from the service you choose; it is kept in a cookie, in no database, and gives you explanations of
        your own to ask for.
      </p>
    </div>
  );
}

function Ways({ account }: { readonly account: Account | undefined }) {
  if (account === undefined) return <p>The server cannot be reached. Everything else works without it.</p>;
  if (account.user !== undefined)
    return (
      <p>
        You are signed in as <strong className="wrap-anywhere">{account.user}</strong>
        {account.model === undefined ? '.' : `, with up to ${account.perDay} explanations by a model a day.`}
      </p>
    );
  if (account.ways.length === 0)
    return <p>Sign-in is not set up on this server. Everything works without it.</p>;
  return (
    <div className="grid justify-items-start gap-2">
      {account.ways.map(({ id, name }) => (
        <Button
          key={id}
          kind="primary"
          onClick={() => signIn(id).catch(() => location.assign('/account?error=Start'))}
        >
          Sign in with {name}
        </Button>
      ))}
    </div>
  );
}

function Mine({ name, onLeave }: { readonly name: string; readonly onLeave: () => void }) {
  const save = async () => {
    const text = localDataText(await localData(localStorage, name, new Date()));
    saveFile(localDataFile(name), new Blob([text], { type: 'application/json' }));
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => void save()}>Save my progress as a file</Button>
      <Button onClick={onLeave}>Sign out</Button>
    </div>
  );
}
