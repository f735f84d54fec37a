// Loaded before a script starts (`node --import`). Plain JavaScript, so that an older Node can read it and say what is
// wrong; on its own it would only say that it does not know the file ending `.ts`.
const NODE_MAJOR_MIN = 24;
const found = process.versions.node;

if (Number.parseInt(found, 10) < NODE_MAJOR_MIN) {
  process.stderr.write(
    `This needs Node ${NODE_MAJOR_MIN} or newer, and was started with Node ${found} (${process.execPath}).\n` +
      "Run it as `npx pnpm@12 SCRIPT` (start, test, check, phi, ...): on Linux and Windows that brings its own Node 24.\n" +
      `On other systems install Node ${NODE_MAJOR_MIN} first.\n`,
  );
  process.exit(1);
}
