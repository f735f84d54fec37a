/** Loaded before a program (`node --import`): SIGUSR2 keeps its event loop busy for a while, as a long loop of its own would. */

const BUSY_MS = 1_200;

process.on("SIGUSR2", () => {
  const end = performance.now() + BUSY_MS;
  while (performance.now() < end);
});
