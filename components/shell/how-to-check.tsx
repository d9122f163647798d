/** How anyone can see for themselves that nothing is uploaded. */
export function HowToCheck() {
  return (
    <ol className="ml-4 grid list-decimal gap-1.5 text-soft text-sm">
      <li>
        Open your browser’s developer tools, go to the Network panel, then open a log. No request carries it.
      </li>
      <li>Or load this page, disconnect from the network, then open a log. It works just the same.</li>
      <li>
        The page forbids itself to talk to any other address: see the header{' '}
        <span className="font-mono text-xs">Content-Security-Policy</span> of its response.
      </li>
    </ol>
  );
}
